package io.github.jsonrpcspring.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * A server's address, with the credentials that stood in it taken out.
 *
 * @param target the URL without userinfo and fragment
 * @param basicAuth the userinfo as the value of a Basic {@code Authorization} header
 */
record Endpoint(URI target, @Nullable String basicAuth) {

	/**
	 * Parse a URL. No part of it appears in the exception.
	 */
	static Endpoint parse(String url) {
		URI uri;
		try {
			uri = new URI(url.strip());
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(
					"The URL is malformed: it must look like https://host:port/path with special characters percent-encoded");
		}
		String scheme = StringUtils.hasText(uri.getScheme()) ? uri.getScheme() : "";
		if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
			throw new IllegalArgumentException("The URL must begin with http:// or https://");
		}
		if (!StringUtils.hasText(uri.getHost())) {
			throw new IllegalArgumentException("The URL names no host");
		}
		String userInfo = uri.getRawUserInfo();
		return new Endpoint(withoutUserInfo(uri), (userInfo != null) ? basicAuth(userInfo) : null);
	}

	private static URI withoutUserInfo(URI uri) {
		StringBuilder target = new StringBuilder(uri.getScheme()).append("://").append(uri.getHost());
		if (uri.getPort() != -1) {
			target.append(':').append(uri.getPort());
		}
		target.append(StringUtils.hasLength(uri.getRawPath()) ? uri.getRawPath() : "/");
		if (uri.getRawQuery() != null) {
			target.append('?').append(uri.getRawQuery());
		}
		return URI.create(target.toString());
	}

	private static String basicAuth(String userInfo) {
		int colon = userInfo.indexOf(':');
		String user = (colon != -1) ? userInfo.substring(0, colon) : userInfo;
		String password = (colon != -1) ? userInfo.substring(colon + 1) : "";
		return "Basic " + HttpHeaders.encodeBasicAuth(UriUtils.decode(user, StandardCharsets.UTF_8),
				UriUtils.decode(password, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	/**
	 * Return the address without path and query, which may hold a key.
	 */
	static String display(URI uri) {
		return ((uri.getScheme() != null) ? uri.getScheme() + ":" : "") + "//" + uri.getHost()
				+ ((uri.getPort() != -1) ? ":" + uri.getPort() : "");
	}

	@Override
	public String toString() {
		return display(this.target);
	}

}
