package io.github.jsonrpcspring.fuzz;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A client for each version and level whose ids and answers are those of the input.
 * Created once, as templates are made to be kept. For one thread.
 */
final class Client {

	private final Map<JsonRpcVersion, Map<JsonRpcValidation, JsonRpcTemplate>> templates = new EnumMap<>(
			JsonRpcVersion.class);

	private final Map<JsonRpcTemplate, Calls> proxies = new HashMap<>();

	private Iterator<JsonRpcId> ids = List.<JsonRpcId>of().iterator();

	private @Nullable JsonRpcTransportResponse answer;

	private List<byte[]> pieces = List.of();

	Client() {
		((Logger) LoggerFactory.getLogger("jsonrpc.client.fuzz")).setLevel(Level.OFF);
		for (JsonRpcVersion version : JsonRpcVersion.values()) {
			this.templates.put(version, new EnumMap<>(JsonRpcValidation.class));
			for (JsonRpcValidation level : JsonRpcValidation.values()) {
				JsonRpcTemplate template = JsonRpcTemplate.builder(new Transport())
					.name("fuzz")
					.idGenerator(() -> this.ids.next())
					.version(version)
					.validation(level)
					.build();
				this.templates.get(version).put(level, template);
				this.proxies.put(template,
						JsonRpcServiceProxyFactory.builder(template).build().createClient(Calls.class));
			}
		}
	}

	/**
	 * Return a client that has the input's ids, and the answer to come.
	 */
	JsonRpcTemplate template(JsonRpcValidation level, Choices choices, int calls) {
		this.ids = choices.ids(calls).stream().map(Choices::id).iterator();
		this.answer = new JsonRpcTransportResponse(choices.status(), choices.headers(), choices.message());
		this.pieces = choices.pieces();
		return this.templates.get(choices.version()).get(level);
	}

	Calls proxy(JsonRpcTemplate template) {
		return this.proxies.get(template);
	}

	/**
	 * Answers with the answer, in its pieces to who reads it as it comes.
	 */
	private final class Transport implements JsonRpcTransport {

		@Override
		public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
			return Mono.fromSupplier(() -> Client.this.answer);
		}

		@Override
		public <T> Mono<T> stream(JsonRpcTransportRequest request,
				Function<? super JsonRpcTransportStream, Mono<T>> reader) {
			return exchange(request).flatMap((response) -> reader.apply(new JsonRpcTransportStream(response.status(),
					response.headers(), Flux.fromIterable(Client.this.pieces), null)));
		}

	}

}
