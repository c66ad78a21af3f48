package io.github.jsonrpcspring.client;

import java.util.List;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What a template is made of.
 *
 * @param settings the client's settings
 * @param transport the transport
 * @param codec the codec
 * @param idGenerator the source of ids
 * @param interceptors the interceptors, outermost first
 * @param translators the translators of errors, first asked first
 * @param authentication the source of headers that authenticate, {@code null} for none
 * @param observationRegistry where calls are observed
 * @param observationConvention how observations are named, {@code null} for the default
 */
record TemplateParts(JsonRpcClientSettings settings, JsonRpcTransport transport, JsonRpcCodec codec,
		JsonRpcIdGenerator idGenerator, List<JsonRpcClientInterceptor> interceptors,
		List<JsonRpcExceptionTranslator> translators, @Nullable JsonRpcAuthentication authentication,
		ObservationRegistry observationRegistry, @Nullable JsonRpcClientObservationConvention observationConvention) {

	/**
	 * Return the parts of a template that never blocks.
	 */
	TemplateParts offloaded() {
		return new TemplateParts(this.settings, OffloadedTransport.of(this.transport), this.codec, this.idGenerator,
				this.interceptors, this.translators, this.authentication, this.observationRegistry,
				this.observationConvention);
	}

}
