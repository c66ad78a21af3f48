package io.github.jsonrpcspring.load.contestant;

import reactor.core.publisher.Mono;

/**
 * A client that adds numbers, in one of three ways; thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface Client extends AutoCloseable permits Client.Blocking, Client.Reactive, Client.Batch {

	@Override
	default void close() {
	}

	/**
	 * Waits for each answer.
	 *
	 * @since 0.1.0
	 */
	non-sealed interface Blocking extends Client {

		/**
		 * Add two numbers.
		 * @param a a number
		 * @param b another one
		 * @return what the server says
		 */
		int add(int a, int b);

	}

	/**
	 * Blocks no thread.
	 *
	 * @since 0.1.0
	 */
	non-sealed interface Reactive extends Client {

		/**
		 * Add two numbers.
		 * @param a a number
		 * @param b another one
		 * @return what the server says
		 */
		Mono<Integer> add(int a, int b);

	}

	/**
	 * Sends many calls in one message, and waits for all answers.
	 *
	 * @since 0.1.0
	 */
	non-sealed interface Batch extends Client {

		/**
		 * Add a number to each of some others.
		 * @param a some numbers
		 * @param b the number to add
		 * @return what the server says, in the order of the numbers
		 */
		int[] add(int[] a, int b);

	}

}
