package io.github.jsonrpcspring.client;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.github.jsonrpcspring.protocol.JsonRpcId;

/**
 * Makes the ids of requests that have none. Called by many threads at once; each call
 * must return an id that no pending request of the client has.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JsonRpcIdGenerator {

	/**
	 * Return the next id.
	 * @return an id that is not null
	 */
	JsonRpcId next();

	/**
	 * Return a generator of the numbers 1, 2, 3, …, sent as JSON numbers.
	 * @return a new counter
	 */
	static JsonRpcIdGenerator decimal() {
		AtomicLong counter = new AtomicLong();
		return () -> JsonRpcId.of(counter.incrementAndGet());
	}

	/**
	 * Return a generator of the texts {@code "1"}, … {@code "9"}, {@code "a"}, …
	 * {@code "1f"}, ….
	 * @return a new counter
	 */
	static JsonRpcIdGenerator hex() {
		AtomicLong counter = new AtomicLong();
		return () -> JsonRpcId.of(Long.toHexString(counter.incrementAndGet()));
	}

	/**
	 * Return a generator of texts of eight characters {@code a-z0-9} from a secure random
	 * source. Two of them may be equal by chance; within a batch they never are.
	 * @return a generator
	 */
	static JsonRpcIdGenerator random() {
		SecureRandom random = new SecureRandom();
		return () -> JsonRpcId.of(random.ints(8, 0, 36)
			.collect(StringBuilder::new, (text, digit) -> text.append(Character.forDigit(digit, 36)),
					StringBuilder::append)
			.toString());
	}

	/**
	 * Return a generator of random UUIDs.
	 * @return a generator
	 */
	static JsonRpcIdGenerator uuid() {
		return () -> JsonRpcId.of(UUID.randomUUID().toString());
	}

}
