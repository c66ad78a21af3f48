package io.github.jsonrpcspring.client.wire;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds of rows 46 to 49 until there are retries and coalescing: one call is one
 * request, and what a retry needs to know is in the exception.
 */
class NothingIsSentTwiceTests {

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@EveryCall
	void row47TwoClientsOfOneUrlSendRequestsOfTheirOwn(CallStyle style) {
		this.server.json("{'jsonrpc':'2.0','result':5,'id':1}");
		style.call(this.server.builder().bearerAuth("one").build(), Integer.class);
		style.call(this.server.builder().bearerAuth("two").build(), Integer.class);
		assertThat(this.server.raw().requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly("Bearer one", "Bearer two");
		assertThat(this.server.bodies()).allSatisfy((body) -> assertThat(body).startsWith("{"));
	}

	@EveryCall
	void row48ABusyServerIsAskedOnce(CallStyle style) {
		this.server.status("503 Service Unavailable", "", "Retry-After: 0");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> style.call(this.server.client(), Integer.class))
			.satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(503))
			.satisfies((ex) -> assertThat(ex.headers().getFirst("Retry-After")).isEqualTo("0"));
		assertThat(this.server.bodies()).hasSize(1);
	}

	@EveryBatch
	void row48ABusyServerIsSentABatchOnce(BatchStyle style, JsonRpcValidation level) {
		this.server.status("429 Too Many Requests", "slow down", "Retry-After: 7");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		batch.add("get", Integer.class);
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(batch::execute)
			.satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(429))
			.satisfies((ex) -> assertThat(ex.headers().getFirst("Retry-After")).isEqualTo("7"));
		assertThat(this.server.bodies()).hasSize(1);
	}

	@EveryBatch
	void row49AFailedEntryIsNotSentAgain(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','error':{'code':-32005,'message':'limit'},'id':1},"
				+ "{'jsonrpc':'2.0','result':5,'id':2}]");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		JsonRpcBatchCall<Integer> limited = batch.add("get", Integer.class);
		JsonRpcBatchCall<Integer> answered = batch.add("get", Integer.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(answered)).isEqualTo(5);
		assertThat(result.error(limited)).isInstanceOfSatisfying(JsonRpcErrorException.class,
				(ex) -> assertThat(ex.code()).isEqualTo(-32005));
		assertThat(this.server.bodies()).hasSize(1);
	}

}
