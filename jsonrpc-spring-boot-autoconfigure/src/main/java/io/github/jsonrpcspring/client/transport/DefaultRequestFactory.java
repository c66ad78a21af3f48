package io.github.jsonrpcspring.client.transport;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ClassUtils;

/**
 * Creates the blocking HTTP client that is used where none is given.
 */
final class DefaultRequestFactory {

	static final boolean HTTP_COMPONENTS_PRESENT = ClassUtils
		.isPresent("org.apache.hc.client5.http.impl.classic.HttpClients", DefaultRequestFactory.class.getClassLoader());

	private DefaultRequestFactory() {
	}

	static ClientHttpRequestFactory create() {
		return HTTP_COMPONENTS_PRESENT ? HttpComponentsHttpClients.create(DefaultConnector.CONNECT_TIMEOUT) : jdk();
	}

	static ClientHttpRequestFactory jdk() {
		return new JdkHttpRequestFactory(DefaultConnector.jdkHttpClient());
	}

}
