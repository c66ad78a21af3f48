package io.github.jsonrpcspring.autoconfigure;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Tells which redirects stay on the same server.
 */
final class SameOrigin {

	static final int MAX_REDIRECTS = 5;

	/** 303 is missing: it asks for a GET, which is no JSON-RPC. */
	private static final Set<Integer> STATUSES = Set.of(301, 302, 307, 308);

	private SameOrigin() {
	}

	/**
	 * Return where an answer redirects to, {@code null} if that is not to be followed.
	 */
	static @Nullable URI redirect(URI uri, int status, HttpHeaders headers) {
		String location = headers.getFirst(HttpHeaders.LOCATION);
		if (location == null || !STATUSES.contains(status)) {
			return null;
		}
		try {
			URI target = URI.create(resolve(uri, location));
			return isSameOrigin(uri, target) ? target : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return whether the body of a redirect is known to be empty.
	 */
	static boolean isEmpty(HttpHeaders headers) {
		return "0".equals(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
	}

	/**
	 * Resolve a location by RFC 3986, section 5.2.2: without a path it keeps that of the
	 * base, where {@link URI} drops its last segment.
	 */
	private static String resolve(URI uri, String location) {
		if (location.isEmpty() || location.startsWith("?")) {
			String query = (location.isEmpty() && uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : location;
			return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + query;
		}
		return uri.resolve(location).toString();
	}

	private static boolean isSameOrigin(URI one, URI other) {
		return one.getScheme().equalsIgnoreCase(other.getScheme()) && one.getHost() != null
				&& one.getHost().equalsIgnoreCase(other.getHost()) && port(one) == port(other)
				&& other.getRawUserInfo() == null;
	}

	private static int port(URI uri) {
		return (uri.getPort() != -1) ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

}
