package io.github.jsonrpcspring.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * A transport that records what is sent and answers by a function.
 */
public final class StubTransport implements JsonRpcTransport {

	private final List<JsonRpcTransportRequest> requests = Collections.synchronizedList(new ArrayList<>());

	private final Function<JsonRpcTransportRequest, Mono<JsonRpcTransportResponse>> answer;

	private StubTransport(Function<JsonRpcTransportRequest, Mono<JsonRpcTransportResponse>> answer) {
		this.answer = answer;
	}

	/**
	 * Answer each exchange with the next of the bodies and status 200; the last stays.
	 */
	public static StubTransport json(String... bodies) {
		Iterator<String> next = Arrays.asList(bodies).iterator();
		String[] current = new String[1];
		return new StubTransport((request) -> {
			synchronized (next) {
				current[0] = next.hasNext() ? next.next() : current[0];
				return Mono.just(response(200, HttpHeaders.EMPTY, current[0]));
			}
		});
	}

	public static StubTransport http(int status, HttpHeaders headers, String body) {
		return new StubTransport((request) -> Mono.just(response(status, headers, body)));
	}

	public static StubTransport answering(Function<JsonRpcTransportRequest, Mono<JsonRpcTransportResponse>> answer) {
		return new StubTransport(answer);
	}

	public static StubTransport failing(Supplier<Throwable> failure) {
		return new StubTransport((request) -> Mono.error(failure.get()));
	}

	public static StubTransport silent() {
		return new StubTransport((request) -> Mono.never());
	}

	/**
	 * Answer as a server does that has these methods: with what they return, be it a
	 * {@link JsonRpcError}, and with an empty 204 where nothing is to be answered.
	 */
	public static StubTransport server(Function<JsonRpcRequest, @Nullable Object> methods) {
		JsonRpcCodec codec = JsonRpcCodec.create();
		return new StubTransport((request) -> {
			if (codec.readRequest(text(request)) instanceof JsonRpcBatchRequest batch) {
				List<JsonRpcResponse> responses = batch.requests()
					.stream()
					.filter((one) -> !one.isNotification())
					.map((one) -> call(one, methods))
					.toList();
				return Mono.just(responses.isEmpty() ? response(204, HttpHeaders.EMPTY, "")
						: response(200, HttpHeaders.EMPTY, JsonRpcBatchResponse.of(responses).toJson()));
			}
			JsonRpcRequest single = (JsonRpcRequest) codec.readRequest(text(request));
			return Mono.just(single.isNotification() ? response(204, HttpHeaders.EMPTY, "")
					: response(200, HttpHeaders.EMPTY, call(single, methods).toJson()));
		});
	}

	private static JsonRpcResponse call(JsonRpcRequest request, Function<JsonRpcRequest, @Nullable Object> methods) {
		Object result = methods.apply(request);
		return (result instanceof JsonRpcError error) ? JsonRpcResponse.failure(request, error)
				: JsonRpcResponse.success(request, result);
	}

	public static JsonRpcTransportResponse response(int status, HttpHeaders headers, String body) {
		return new JsonRpcTransportResponse(HttpStatusCode.valueOf(status), headers,
				body.getBytes(StandardCharsets.UTF_8));
	}

	public static String text(JsonRpcTransportRequest request) {
		return new String(request.body(), StandardCharsets.UTF_8);
	}

	@Override
	public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
		return Mono.defer(() -> {
			this.requests.add(request);
			return this.answer.apply(request);
		});
	}

	public List<JsonRpcTransportRequest> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * Return the last request.
	 */
	public JsonRpcTransportRequest request() {
		List<JsonRpcTransportRequest> all = requests();
		return all.get(all.size() - 1);
	}

	/**
	 * Return the JSON that was sent, message by message.
	 */
	public List<String> sent() {
		return requests().stream().map(StubTransport::text).toList();
	}

}
