package io.github.jsonrpcspring.client.transport;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcTransportResponse}.
 */
class JsonRpcTransportResponseTests {

	@Test
	void withoutHookDroppingDoesNothing() {
		JsonRpcTransportResponse response = new JsonRpcTransportResponse(HttpStatus.OK, HttpHeaders.EMPTY, new byte[0]);
		response.drop();
		assertThat(response.body()).isEmpty();
	}

	@Test
	void droppingRunsTheHook() {
		AtomicInteger drops = new AtomicInteger();
		new JsonRpcTransportResponse(HttpStatus.OK, HttpHeaders.EMPTY, new byte[0], drops::incrementAndGet).drop();
		assertThat(drops).hasValue(1);
	}

	@Test
	void toStringShowsNoSecret() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Set-Cookie", "secret");
		JsonRpcTransportResponse response = new JsonRpcTransportResponse(HttpStatus.BAD_GATEWAY, headers,
				"secret".getBytes(StandardCharsets.UTF_8));
		assertThat(response).hasToString("JsonRpcTransportResponse[status=502, bytes=6, headers=[Set-Cookie]]");
	}

}
