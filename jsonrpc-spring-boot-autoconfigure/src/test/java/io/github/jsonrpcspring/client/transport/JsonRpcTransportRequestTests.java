package io.github.jsonrpcspring.client.transport;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JsonRpcTransportRequest}.
 */
class JsonRpcTransportRequestTests {

	@Test
	void defaultsAreThoseOfACall() {
		byte[] body = { 1 };
		JsonRpcTransportRequest request = JsonRpcTransportRequest.of(body).build();
		assertThat(request.body()).isSameAs(body);
		assertThat(request.headers().isEmpty()).isTrue();
		assertThat(request.attributes()).isEmpty();
		assertThat(request.responseExpected()).isTrue();
		assertThat(request.maxResponseSize()).isEqualTo(10 * 1024 * 1024);
	}

	@Test
	void laterChangesOfHeadersAndAttributesHaveNoEffect() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Tenant", "one");
		Map<String, Object> attributes = new HashMap<>(Map.of("a", 1));
		JsonRpcTransportRequest request = JsonRpcTransportRequest.of(new byte[0])
			.headers(headers)
			.attributes(attributes)
			.build();
		headers.set("X-Tenant", "two");
		attributes.put("a", 2);
		assertThat(request.headers().getFirst("X-Tenant")).isEqualTo("one");
		assertThat(request.attributes()).containsEntry("a", 1);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> request.headers().set("X-Tenant", "three"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> request.attributes().put("a", 3));
	}

	@Test
	void toStringShowsNoSecret() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Authorization", "Bearer secret");
		JsonRpcTransportRequest request = JsonRpcTransportRequest.of("secret".getBytes(StandardCharsets.UTF_8))
			.headers(headers)
			.attributes(Map.of("token", "secret"))
			.responseExpected(false)
			.maxResponseSize(7)
			.build();
		assertThat(request).hasToString("JsonRpcTransportRequest[bytes=6, headers=[Authorization], "
				+ "responseExpected=false, maxResponseSize=7]");
	}

	@Test
	void capMustBePositive() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcTransportRequest.of(new byte[0]).maxResponseSize(0));
	}

}
