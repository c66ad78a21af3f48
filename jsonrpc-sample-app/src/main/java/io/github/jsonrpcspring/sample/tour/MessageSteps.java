package io.github.jsonrpcspring.sample.tour;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * Messages of both versions, sent as they are.
 */
@Component
@Order(8)
class MessageSteps implements TourPart {

	private final JsonRpcTemplate rpc;

	MessageSteps(JsonRpcTemplate rpc) {
		this.rpc = rpc;
	}

	@Override
	public String title() {
		return "Messages";
	}

	@Override
	public List<Step> steps() {
		return List.of(version2(), version1(), textOfVersion2(), textOfVersion1(), error(), refused());
	}

	private Step version2() {
		var request = JsonRpcRequest.of("add").params(1, 2).id(7).build();
		return show("A request of JSON-RPC 2.0", """
				var request = JsonRpcRequest.of("add").params(1, 2).id(7).build();
				rpc.send(request)
				""").answers("{\"jsonrpc\":\"2.0\",\"result\":3,\"id\":7}", () -> this.rpc.send(request));
	}

	private Step version1() {
		var request = JsonRpcRequest.of("add").params(1, 2).id(7).version(JsonRpcVersion.V1_0).build();
		return show("A request of JSON-RPC 1.0", """
				var request = JsonRpcRequest.of("add").params(1, 2).id(7).version(JsonRpcVersion.V1_0).build();
				rpc.send(request)
				""").answers("{\"result\":3,\"error\":null,\"id\":7}", () -> this.rpc.send(request));
	}

	private Step textOfVersion2() {
		var json = """
				[{"jsonrpc":"2.0","method":"add","params":[1,2],"id":"a"},{"jsonrpc":"2.0","method":"log"}]""";
		return show("A message that is JSON already, here a batch of 2.0", """
				rpc.sendJson(json)
				""").answers("[{\"jsonrpc\":\"2.0\",\"result\":3,\"id\":\"a\"}]", () -> this.rpc.sendJson(json));
	}

	private Step textOfVersion1() {
		var json = """
				{"method":"subtract","params":[42,23],"id":8}""";
		return show("A message that is JSON already, here a request of 1.0", """
				rpc.sendJson(json)
				""").answers("{\"result\":19,\"error\":null,\"id\":8}", () -> this.rpc.sendJson(json));
	}

	private Step error() {
		return show("An error that is returned with the response, not thrown", """
				rpc.method("frobnicate").retrieveResponse().error()
				""").returnsText("error -32601", "error -32601 .*",
				() -> this.rpc.method("frobnicate").retrieveResponse().error());
	}

	private Step refused() {
		return show("What is no JSON-RPC is never sent", """
				rpc.sendJson("{}")
				""").fails(IllegalArgumentException.class, () -> this.rpc.sendJson("{}"));
	}

}
