package io.github.jsonrpcspring.sample.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcParam;
import io.github.jsonrpcspring.service.JsonRpcParamsStyle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Methods such as {@code Cats.adopt}, whose arguments are sent by name, through the
 * client {@code demo}.
 *
 * @since 0.1.0
 */
@JsonRpcClient(value = "demo", prefix = "Cats.", params = JsonRpcParamsStyle.NAMED)
public interface Cats {

	/**
	 * Sends {@code name} and {@code birth_year}.
	 */
	Cat adopt(String name, @JsonRpcParam("birth_year") int birthYear);

	/**
	 * Sends {@code prefix} and {@code limit}.
	 */
	List<Cat> search(@JsonRpcParam(spread = true) CatSearch search);

	/**
	 * Is empty for a result that is null.
	 */
	Optional<Cat> find(String name);

	/**
	 * Calls when it is subscribed to.
	 */
	Mono<Cat> youngest();

	/**
	 * Streams the elements of an array.
	 */
	Flux<Cat> list();

	/**
	 * Calls at once and completes when the answer is there.
	 */
	CompletableFuture<Integer> count();

	/**
	 * Waits for no longer than this.
	 */
	@JsonRpcMethod(timeout = "200ms")
	String nap(int seconds);

}
