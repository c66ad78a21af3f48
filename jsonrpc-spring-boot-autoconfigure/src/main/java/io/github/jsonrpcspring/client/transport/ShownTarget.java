package io.github.jsonrpcspring.client.transport;

import java.net.URI;

import org.springframework.util.StringUtils;

/**
 * What those see of a target who observe an HTTP client: path and query may hold a key.
 */
final class ShownTarget {

	private ShownTarget() {
	}

	/**
	 * Return the part of a URL that may be shown: scheme, host and port.
	 */
	static URI of(URI target) {
		boolean root = !StringUtils.hasLength(target.getRawPath()) || target.getRawPath().equals("/");
		if (root && target.getRawQuery() == null && target.getRawUserInfo() == null) {
			return target;
		}
		String authority = String.valueOf(target.getRawAuthority());
		return URI.create(target.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1));
	}

}
