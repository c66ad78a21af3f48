package io.github.jsonrpcspring.client.observation;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.ConcreteContextObservationHandlerCompatibilityKit;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the metrics beside the timer.
 */
class JsonRpcClientMeterObservationHandlerTests
		extends ConcreteContextObservationHandlerCompatibilityKit<JsonRpcClientObservationContext> {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final StubTransport server = StubTransport
		.server((request) -> request.method().equals("fail") ? new JsonRpcError(7, "no") : request.method());

	@Override
	public ObservationHandler<JsonRpcClientObservationContext> handler() {
		return new JsonRpcClientMeterObservationHandler(new SimpleMeterRegistry());
	}

	@Override
	public JsonRpcClientObservationContext context() {
		return new JsonRpcClientObservationContext("node", JsonRpcRequest.of("get").id(1).build(), null, -1);
	}

	private JsonRpcTemplate client(StubTransport server, String name) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new JsonRpcClientMeterObservationHandler(this.meters));
		return JsonRpcTemplate.builder(server).name(name).observationRegistry(registry).build();
	}

	@Test
	void bytesAreRecordedForEachClient() {
		JsonRpcTemplate node = client(this.server, "node");
		node.call("get", "ä");
		node.call("get");
		client(this.server, "other").call("get");
		assertThat(this.meters.get("jsonrpc.client.request.size").tag("jsonrpc.client", "node").summary())
			.satisfies((summary) -> assertThat(summary.count()).isEqualTo(2))
			.satisfies((summary) -> assertThat(summary.getId().getBaseUnit()).isEqualTo("bytes"))
			.satisfies((summary) -> assertThat(summary.totalAmount())
				.isEqualTo(this.server.requests().get(0).body().length + this.server.requests().get(1).body().length));
		assertThat(
				this.meters.get("jsonrpc.client.response.size").tag("jsonrpc.client", "other").summary().totalAmount())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"get\",\"id\":1}".length());
	}

	@Test
	void batchesAreRecordedWithTheirSizeAndEntries() {
		JsonRpcBatch batch = client(this.server, "node").batch();
		batch.add("get", String.class);
		batch.add("get", String.class);
		batch.add("fail", String.class);
		batch.notify("log");
		batch.execute();
		assertThat(this.meters.get("jsonrpc.client.batch.size").tag("jsonrpc.client", "node").summary().max())
			.isEqualTo(4);
		assertThat(this.meters.get("jsonrpc.client.batch.entries")
			.tags("jsonrpc.client", "node", "rpc.method", "get", "outcome", "SUCCESS", "error.type", "none",
					"rpc.response.status_code", "none")
			.counter()
			.count()).isEqualTo(2);
		assertThat(this.meters.get("jsonrpc.client.batch.entries")
			.tags("rpc.method", "fail", "outcome", "RPC_ERROR", "error.type", "JsonRpcErrorException",
					"rpc.response.status_code", "7")
			.counter()
			.count()).isEqualTo(1);
		assertThat(this.meters.find("jsonrpc.client.batch.entries").tag("rpc.method", "log").counter()).isNull();
	}

	@Test
	void callsUnderWayAreCounted() {
		JsonRpcTemplate client = client(StubTransport.silent(), "node");
		Disposable first = client.reactive().call("get").subscribe();
		Disposable second = client.reactive().notify("get").subscribe();
		assertThat(active("node")).isEqualTo(2);
		first.dispose();
		assertThat(active("node")).isEqualTo(1);
		second.dispose();
		assertThat(active("node")).isZero();
		client(this.server, "node").call("get");
		assertThat(active("node")).isZero();
	}

	@Test
	void whatWasNotSentHasNoSize() {
		JsonRpcTemplate client = client(this.server, "node").mutate().interceptor((request, chain) -> {
			throw new IllegalStateException();
		}).build();
		client.reactive().call("get").onErrorComplete().block();
		assertThat(this.meters.find("jsonrpc.client.request.size").summary()).isNull();
		assertThat(this.meters.find("jsonrpc.client.response.size").summary()).isNull();
	}

	private double active(String client) {
		return this.meters.get("jsonrpc.client.calls.active").tag("jsonrpc.client", client).gauge().value();
	}

}
