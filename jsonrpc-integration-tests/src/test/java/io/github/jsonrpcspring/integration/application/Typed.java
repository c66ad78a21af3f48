package io.github.jsonrpcspring.integration.application;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcErrorMapping;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A client with a type for every method.
 */
@JsonRpcClient("lenient")
public interface Typed {

	int add(int a, int b);

	@JsonRpcMethod("add")
	Mono<Integer> addLater(int a, int b);

	@JsonRpcMethod("echo")
	Person person(Person person);

	@JsonRpcMethod("echo")
	List<Person> people(List<Person> people);

	@JsonRpcMethod("echo")
	Flux<Person> stream(List<Person> people);

	@JsonRpcMethod("echo")
	Optional<String> optional(String text);

	BigDecimal decimal(BigDecimal value);

	BigInteger integer(BigInteger value);

	void nothing();

	@JsonRpcMethod("app_error")
	@JsonRpcErrorMapping(code = 1001, exception = ClosedException.class)
	void appError();

	default int twice(int number) {
		return add(number, number);
	}

	record Person(String name, int age, List<String> languages) {
	}

	/**
	 * What code 1001 means.
	 */
	final class ClosedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public ClosedException(String message) {
			super(message);
		}

	}

}
