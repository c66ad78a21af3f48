package io.github.jsonrpcspring.sample.tour;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * Single calls, through the template of the primary client.
 */
@Component
@Order(4)
class CallSteps implements TourPart {

	private final JsonRpcTemplate rpc;

	CallSteps(JsonRpcTemplate rpc) {
		this.rpc = rpc;
	}

	@Override
	public String title() {
		return "Calls";
	}

	@Override
	public List<Step> steps() {
		return List.of(positional(), named(), namedByMap(), mixed(), notification(), explicitId());
	}

	private Step positional() {
		return show("Positional parameters", """
				rpc.request("add", Integer.class, 2, 3)
				""").returns(5, () -> this.rpc.request("add", Integer.class, 2, 3));
	}

	private Step named() {
		return show("Named parameters", """
				rpc.method("cat").param("name", "Mittens").retrieve(String.class)
				""").returns("meow", () -> this.rpc.method("cat").param("name", "Mittens").retrieve(String.class));
	}

	private Step namedByMap() {
		var numbers = Map.of("minuend", 42, "subtrahend", 23);
		return show("Named parameters from a map, or from a bean", """
				var numbers = Map.of("minuend", 42, "subtrahend", 23);
				rpc.method("subtract").namedParams(numbers).retrieve(Integer.class)
				""").returns(19, () -> this.rpc.method("subtract").namedParams(numbers).retrieve(Integer.class));
	}

	private Step mixed() {
		return show("Both: the named ones become the last positional one", """
				rpc.method("find").params(42).param("name", "Foo").retrieve(String.class)
				""").returns("Bar",
				() -> this.rpc.method("find").params(42).param("name", "Foo").retrieve(String.class));
	}

	private Step notification() {
		return show("A notification, to which nothing comes back", """
				rpc.notify("log", "done")
				""").returns(null, () -> {
			this.rpc.notify("log", "done");
			return null;
		});
	}

	private Step explicitId() {
		return show("An id of one's own, and the whole response", """
				rpc.method("add").params(2, 3).id("foo").retrieveResponse()
				""").answers("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":\"foo\"}",
				() -> this.rpc.method("add").params(2, 3).id("foo").retrieveResponse());
	}

}
