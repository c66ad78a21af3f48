package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome.Status;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A failure of each type in the exception tree, at a server that knows only the method
 * {@code get}.
 */
enum FailureCase {

	REFUSED(JsonRpcTransportException.class, Status.TRANSPORT_ERROR,
			StubTransport.failing(() -> new ConnectException("refused"))),

	TIMEOUT(JsonRpcTimeoutException.class, Status.TIMEOUT, StubTransport.silent()),

	NOT_JSON_RPC(JsonRpcInvalidResponseException.class, Status.INVALID_RESPONSE, StubTransport.json("{\"id\":1}")),

	NOT_JSON(JsonRpcParseException.class, Status.INVALID_RESPONSE, StubTransport.json("<html>")),

	OTHER_ID(JsonRpcIdMismatchException.class, Status.INVALID_RESPONSE,
			StubTransport.json("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":77}")),

	TOO_LARGE(JsonRpcResponseTooLargeException.class, Status.INVALID_RESPONSE,
			StubTransport.failing(() -> new DataBufferLimitException("10"))),

	UNFIT(JsonRpcResultConversionException.class, Status.CONVERSION_ERROR, answer("\"result\":\"five\"")),

	OWN_ERROR(1234, JsonRpcErrorException.class),

	METHOD_NOT_FOUND(-32601, JsonRpcMethodNotFoundException.class),

	INVALID_PARAMS(-32602, JsonRpcInvalidParamsException.class),

	INVALID_REQUEST(-32600, JsonRpcInvalidRequestException.class),

	INTERNAL_ERROR(-32603, JsonRpcInternalErrorException.class),

	SERVER_ERROR(-32050, JsonRpcServerErrorException.class),

	SERVER_PARSE_ERROR(-32700, JsonRpcServerParseErrorException.class);

	private final Class<? extends JsonRpcException> type;

	private final Status status;

	private final @Nullable Long code;

	private final StubTransport server;

	FailureCase(Class<? extends JsonRpcException> type, Status status, StubTransport server) {
		this.type = type;
		this.status = status;
		this.code = null;
		this.server = server;
	}

	FailureCase(long code, Class<? extends JsonRpcErrorException> type) {
		this.type = type;
		this.status = Status.RPC_ERROR;
		this.code = code;
		this.server = answer("\"error\":{\"code\":" + code + ",\"message\":\"no\"}");
	}

	Class<? extends JsonRpcException> type() {
		return this.type;
	}

	Status status() {
		return this.status;
	}

	@Nullable Long code() {
		return this.code;
	}

	/**
	 * Start building a client of the server that fails.
	 */
	JsonRpcTemplate.Builder client() {
		return JsonRpcTemplate.builder(this.server)
			.name("failing")
			.idGenerator(() -> JsonRpcId.of(1))

			.timeout((this == TIMEOUT) ? Duration.ofMillis(20) : Duration.ofSeconds(30));
	}

	private static StubTransport answer(String member) {
		byte[] body = ("{\"jsonrpc\":\"2.0\"," + member + ",\"id\":1}").getBytes(StandardCharsets.UTF_8);
		return StubTransport
			.answering((request) -> Mono.just(new JsonRpcTransportResponse(HttpStatus.OK, HttpHeaders.EMPTY, body)));
	}

}
