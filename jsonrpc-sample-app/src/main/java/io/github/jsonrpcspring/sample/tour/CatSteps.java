package io.github.jsonrpcspring.sample.tour;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.sample.client.Cat;
import io.github.jsonrpcspring.sample.client.CatSearch;
import io.github.jsonrpcspring.sample.client.Cats;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * An interface with a prefix and named parameters, and what its methods may return.
 */
@Component
@Order(2)
class CatSteps implements TourPart {

	private final Cats cats;

	CatSteps(Cats cats) {
		this.cats = cats;
	}

	@Override
	public String title() {
		return "An interface with named parameters";
	}

	@Override
	public List<Step> steps() {
		return List.of(named(), spread(), optional(), mono(), flux(), future(), timeout());
	}

	private Step named() {
		return show("Names from the Java parameters, or from @JsonRpcParam", """
				cats.adopt("Tom", 2024)
				""").returns(new Cat("Tom", 2024), () -> this.cats.adopt("Tom", 2024));
	}

	private Step spread() {
		return show("@JsonRpcParam(spread = true): an object whose properties are the parameters", """
				cats.search(new CatSearch("M", 2)).stream().map(Cat::name).toList()
				""").returns(List.of("Mittens", "Mog"),
				() -> this.cats.search(new CatSearch("M", 2)).stream().map(Cat::name).toList());
	}

	private Step optional() {
		return show("An Optional, which is empty for null", """
				cats.find("Nobody")
				""").returns(Optional.empty(), () -> this.cats.find("Nobody"));
	}

	private Step mono() {
		return show("A Mono", """
				cats.youngest().map(Cat::name).block()
				""").returns("Mog", () -> this.cats.youngest().map(Cat::name).block());
	}

	private Step flux() {
		return show("A Flux over an array", """
				cats.list().map(Cat::birthYear).collectList().block()
				""").returns(List.of(2019, 2021, 2023),
				() -> this.cats.list().map(Cat::birthYear).collectList().block());
	}

	private Step future() {
		return show("A CompletableFuture", """
				cats.count().join()
				""").returns(3, () -> this.cats.count().join());
	}

	private Step timeout() {
		return show("@JsonRpcMethod(timeout = \"200ms\"): a deadline for one method", """
				cats.nap(30)
				""").fails(JsonRpcTimeoutException.class, () -> this.cats.nap(30));
	}

}
