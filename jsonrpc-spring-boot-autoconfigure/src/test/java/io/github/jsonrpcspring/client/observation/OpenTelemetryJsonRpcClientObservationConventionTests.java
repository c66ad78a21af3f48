package io.github.jsonrpcspring.client.observation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.jsonrpcspring.client.observation.JsonRpcClientOutcome.Status;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the names of OpenTelemetry's semantic conventions.
 */
class OpenTelemetryJsonRpcClientObservationConventionTests {

	private final OpenTelemetryJsonRpcClientObservationConvention convention = new OpenTelemetryJsonRpcClientObservationConvention();

	private static JsonRpcClientObservationContext context(JsonRpcMessage message) {
		return new JsonRpcClientObservationContext("node", message, "node.invalid", 8545);
	}

	private static Map<String, String> map(KeyValues values) {
		return values.stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
	}

	@Test
	void metricAndSpanHaveTheStandardNames() {
		assertThat(this.convention.getName()).isEqualTo("rpc.client.call.duration");
		assertThat(this.convention.getContextualName(context(JsonRpcRequest.of("eth_call").id(1).build())))
			.isEqualTo("eth_call");
	}

	@Test
	void callHasTheStandardAttributes() {
		JsonRpcClientObservationContext context = context(JsonRpcRequest.of("eth_call").id("a").build());
		context.setOutcome(JsonRpcClientOutcome.SUCCESS);
		assertThat(map(this.convention.getLowCardinalityKeyValues(context)))
			.isEqualTo(Map.of("rpc.system.name", "jsonrpc", "rpc.method", "eth_call", "server.address", "node.invalid",
					"server.port", "8545", "error.type", "none", "rpc.response.status_code", "none"));
		assertThat(map(this.convention.getHighCardinalityKeyValues(context)))
			.isEqualTo(Map.of("jsonrpc.protocol.version", "2.0", "jsonrpc.request.id", "a"));
	}

	@Test
	void errorObjectIsTheErrorType() {
		JsonRpcClientObservationContext context = context(JsonRpcRequest.of("eth_call").id(1).build());
		context.setOutcome(new JsonRpcClientOutcome(Status.RPC_ERROR, "JsonRpcInvalidParamsException", -32602L));
		context.setError(new IllegalStateException());
		assertThat(map(this.convention.getLowCardinalityKeyValues(context))).containsEntry("error.type", "-32602")
			.containsEntry("rpc.response.status_code", "-32602");
	}

	@Test
	void otherErrorsHaveTheNameOfTheirClass() {
		JsonRpcClientObservationContext context = context(JsonRpcRequest.of("eth_call").id(1).build());
		context.setOutcome(new JsonRpcClientOutcome(Status.UNKNOWN, "IllegalStateException", null));
		context.setError(new IllegalStateException());
		assertThat(map(this.convention.getLowCardinalityKeyValues(context)))
			.containsEntry("error.type", "java.lang.IllegalStateException")
			.containsEntry("rpc.response.status_code", "none");
	}

	@Test
	void whatEndsWithoutAnExceptionIsNoSuccess() {
		JsonRpcClientObservationContext context = context(JsonRpcRequest.of("eth_call").id(1).build());
		context.setOutcome(JsonRpcClientOutcome.CANCELLED);
		assertThat(map(this.convention.getLowCardinalityKeyValues(context))).containsEntry("error.type", "CANCELLED");
		context.setOutcome(JsonRpcClientOutcome.FAILED_ENTRIES);
		assertThat(map(this.convention.getLowCardinalityKeyValues(context))).containsEntry("error.type",
				"FAILED_ENTRIES");
	}

	@Test
	void whatIsNotKnownIsNoneInMetricsAndAbsentInSpans() {
		JsonRpcClientObservationContext context = new JsonRpcClientObservationContext("node",
				JsonRpcBatchRequest.of(List.of(JsonRpcRequest.of("a").id(1).build())), null, -1);
		assertThat(map(this.convention.getLowCardinalityKeyValues(context))).containsEntry("server.address", "none")
			.containsEntry("server.port", "none")
			.containsEntry("rpc.method", "none");
		assertThat(map(this.convention.getHighCardinalityKeyValues(context)))
			.isEqualTo(Map.of("jsonrpc.batch.size", "1", "jsonrpc.batch.failed", "0"));
	}

	@Test
	void notificationHasNoId() {
		JsonRpcClientObservationContext context = context(
				JsonRpcRequest.of("log").version(JsonRpcVersion.V1_0).notification().build());
		assertThat(map(this.convention.getHighCardinalityKeyValues(context)).keySet())
			.doesNotContain("jsonrpc.batch.size")
			.contains("jsonrpc.protocol.version");
	}

}
