package io.github.jsonrpcspring.testsupport;

import org.springframework.util.ClassUtils;

/**
 * The HTTP client that templates use where none is given. The build runs the tests of the
 * wire with each of them: with Reactor Netty on the class path, without it, and without
 * WebFlux.
 */
public enum HttpStack {

	/** Reactor Netty. */
	REACTOR_NETTY,

	/** The client of the JDK. */
	JDK,

	/** Apache HttpComponents, under RestClient. */
	HTTP_COMPONENTS;

	/**
	 * Return the one in use.
	 * @return the HTTP client of this run of the tests
	 */
	public static HttpStack current() {
		if (!isPresent("org.springframework.web.reactive.function.client.WebClient")) {
			return HTTP_COMPONENTS;
		}
		return isPresent("reactor.netty.http.client.HttpClient") ? REACTOR_NETTY : JDK;
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, HttpStack.class.getClassLoader());
	}

}
