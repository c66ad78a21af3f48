package io.github.jsonrpcspring.sample.tour;

import java.util.List;

import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import reactor.core.publisher.Flux;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * Calls that block nothing: every client also has a reactive template.
 */
@Component
@Order(9)
class ReactiveSteps implements TourPart {

	private final ReactiveJsonRpcTemplate reactive;

	ReactiveSteps(ReactiveJsonRpcTemplate reactive) {
		this.reactive = reactive;
	}

	@Override
	public String title() {
		return "Reactive calls";
	}

	@Override
	public List<Step> steps() {
		return List.of(single(), several());
	}

	private Step single() {
		return show("A Mono", """
				reactive.request("cube", Integer.class, 3).block()
				""").returns(27, () -> this.reactive.request("cube", Integer.class, 3).block());
	}

	private Step several() {
		return show("Three calls at once, their results in order", """
				Flux.range(1, 3)
					.flatMapSequential((i) -> reactive.request("cube", Integer.class, i))
					.collectList()
					.block()
				""").returns(List.of(1, 8, 27),
				() -> Flux.range(1, 3)
					.flatMapSequential((i) -> this.reactive.request("cube", Integer.class, i))
					.collectList()
					.block());
	}

}
