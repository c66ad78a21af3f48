package io.github.jsonrpcspring.service.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * A transport that answers what was recorded, for exactly the method and params that were
 * recorded.
 */
final class RecordedServer implements JsonRpcTransport {

	private static final JsonMapper MAPPER = JsonRpcCodec.create().mapper();

	private final List<Exchange> exchanges;

	private final Set<Exchange> used = ConcurrentHashMap.newKeySet();

	private RecordedServer(List<Exchange> exchanges) {
		this.exchanges = exchanges;
	}

	static RecordedServer load(String name) {
		try {
			byte[] json = new ClassPathResource("recorded/" + name).getContentAsByteArray();
			return new RecordedServer(List.of(MAPPER.readValue(json, Exchange[].class)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return Mono.fromCallable(() -> answer(MAPPER.readTree(request.body())));
	}

	private JsonRpcTransportResponse answer(JsonNode request) {
		Exchange exchange = this.exchanges.stream()
			.filter((candidate) -> candidate.isOf(request))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing is recorded for " + request));
		this.used.add(exchange);
		ObjectNode response = exchange.response().deepCopy();
		response.set("id", request.get("id"));
		return new JsonRpcTransportResponse(HttpStatusCode.valueOf(200), HttpHeaders.EMPTY,
				MAPPER.writeValueAsBytes(response));
	}

	/**
	 * Return the names of the methods that were recorded.
	 */
	Set<String> methods() {
		return this.exchanges.stream().map(Exchange::method).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return the exchanges that no request has asked for yet.
	 */
	List<Exchange> unused() {
		return this.exchanges.stream().filter((exchange) -> !this.used.contains(exchange)).toList();
	}

	/**
	 * A recorded request, without its id, and its answer.
	 */
	record Exchange(String method, @Nullable JsonNode params, ObjectNode response) {

		boolean isOf(JsonNode request) {
			JsonNode sent = request.get("params");
			return this.method.equals(request.path("method").asString())
					&& ((this.params != null) ? this.params.equals(sent) : sent == null);
		}

		@Override
		public String toString() {
			return this.method + ((this.params != null) ? this.params : "");
		}

	}

}
