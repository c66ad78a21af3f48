package io.github.jsonrpcspring.sample.tour;

import java.util.List;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * Several calls in one message.
 */
@Component
@Order(6)
class BatchSteps implements TourPart {

	private final JsonRpcTemplate rpc;

	BatchSteps(JsonRpcTemplate rpc) {
		this.rpc = rpc;
	}

	@Override
	public String title() {
		return "Batches";
	}

	@Override
	public List<Step> steps() {
		return List.of(typed(), looped());
	}

	private Step typed() {
		return show("Typed calls, one of which fails alone", """
				var batch = rpc.batch();
				var cube = batch.add("cube", Integer.class, 3);
				var unknown = batch.add("frobnicate", String.class);
				batch.notify("log", "done");
				var result = batch.execute();
				List.of(result.get(cube), nameOf(result.error(unknown)))
				""").returns(List.of(27, "JsonRpcMethodNotFoundException"), () -> {
			var batch = this.rpc.batch();
			var cube = batch.add("cube", Integer.class, 3);
			var unknown = batch.add("frobnicate", String.class);
			batch.notify("log", "done");
			var result = batch.execute();
			return List.of(result.get(cube), nameOf(result.error(unknown)));
		});
	}

	private Step looped() {
		return show("Requests made in a loop", """
				var requests = IntStream.rangeClosed(1, 3)
					.mapToObj((i) -> JsonRpcRequest.of("cube").params(i).build())
					.toList();
				rpc.send(requests).stream().map((response) -> response.resultAs(Integer.class)).toList()
				""").returns(List.of(1, 8, 27), () -> {
			var requests = IntStream.rangeClosed(1, 3)
				.mapToObj((i) -> JsonRpcRequest.of("cube").params(i).build())
				.toList();
			return this.rpc.send(requests).stream().map((response) -> response.resultAs(Integer.class)).toList();
		});
	}

	private static String nameOf(@Nullable Object object) {
		return (object != null) ? object.getClass().getSimpleName() : "nothing";
	}

}
