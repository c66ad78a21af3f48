package io.github.jsonrpcspring.sample.tour;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * The strategies for ids. Two of them are configured, the others are given to copies of a
 * template.
 */
@Component
@Order(5)
class IdSteps implements TourPart {

	private final JsonRpcTemplate rpc;

	private final JsonRpcTemplate secured;

	IdSteps(JsonRpcTemplate rpc, @Qualifier("secured") JsonRpcTemplate secured) {
		this.rpc = rpc;
		this.secured = secured;
	}

	@Override
	public String title() {
		return "Ids";
	}

	@Override
	public List<Step> steps() {
		return List.of(decimal(), hex(), random(), uuid());
	}

	private Step decimal() {
		return show("decimal: a number, counted up", """
				rpc.method("add").params(2, 3).retrieveResponse().id()
				""").returnsText("a number", "\\d+", () -> this.rpc.method("add").params(2, 3).retrieveResponse().id());
	}

	private Step hex() {
		var hex = this.rpc.mutate().idGenerator(JsonRpcIdGenerator.hex()).build();
		return show("hex: a text, counted up", """
				var hex = rpc.mutate().idGenerator(JsonRpcIdGenerator.hex()).build();
				hex.method("add").params(2, 3).retrieveResponse().id()
				""").returnsText("a text of hexadecimal digits", "\"[0-9a-f]+\"",
				() -> hex.method("add").params(2, 3).retrieveResponse().id());
	}

	private Step random() {
		var random = this.rpc.mutate().idGenerator(JsonRpcIdGenerator.random()).build();
		return show("random: eight characters", """
				var random = rpc.mutate().idGenerator(JsonRpcIdGenerator.random()).build();
				random.method("add").params(2, 3).retrieveResponse().id()
				""").returnsText("eight characters a-z0-9", "\"[a-z0-9]{8}\"",
				() -> random.method("add").params(2, 3).retrieveResponse().id());
	}

	private Step uuid() {
		return show("uuid: as the client 'secured' has it, which also authenticates", """
				secured.method("add").params(2, 3).retrieveResponse().id()
				""").returnsText("a UUID", "\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"",
				() -> this.secured.method("add").params(2, 3).retrieveResponse().id());
	}

}
