package io.github.jsonrpcspring.autoconfigure;

import java.util.EnumMap;
import java.util.Map;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;

/**
 * The kinds of transport that there are, and which one a client uses.
 */
final class Transports {

	private final Map<Transport, HttpTransports> kinds = new EnumMap<>(Transport.class);

	Transports(ObjectProvider<HttpTransports> kinds) {
		kinds.forEach((transports) -> this.kinds.put(transports.kind(), transports));
	}

	/**
	 * Return the kind of a client that names none.
	 */
	static Transport defaultKind(@Nullable ClassLoader classLoader) {
		return ClassUtils.isPresent("org.springframework.web.reactive.function.client.WebClient", classLoader)
				? Transport.WEB_CLIENT : Transport.REST_CLIENT;
	}

	/**
	 * Return the kind that a client uses.
	 * @throws JsonRpcConfigurationException if it needs a module that is missing
	 */
	Transport kind(MergedProperties properties) {
		Setting<Transport> setting = properties.find("transport", CommonProperties::getTransport).orElse(null);
		if (setting == null) {
			return this.kinds.containsKey(Transport.WEB_CLIENT) ? Transport.WEB_CLIENT : Transport.REST_CLIENT;
		}
		if (!this.kinds.containsKey(setting.value())) {
			throw setting.refuse("is 'web-client', which needs WebFlux",
					"Add 'spring-boot-starter-webclient', or use 'rest-client'.");
		}
		return setting.value();
	}

	boolean canHandleCookies(Transport kind) {
		return get(kind).canHandleCookies();
	}

	JsonRpcTransport create(ClientConfiguration configuration) {
		return get(configuration.transport()).create(configuration);
	}

	private HttpTransports get(Transport kind) {
		HttpTransports transports = this.kinds.get(kind);
		if (transports == null) {
			throw new IllegalStateException("There is no transport '" + kind + "'");
		}
		return transports;
	}

}
