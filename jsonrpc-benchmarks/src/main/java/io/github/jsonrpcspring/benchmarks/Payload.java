package io.github.jsonrpcspring.benchmarks;

import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.IntStream;

import org.web3j.protocol.core.Response;
import tools.jackson.core.type.TypeReference;

/**
 * What is sent and answered in the codec's benchmarks.
 *
 * @since 0.1.0
 */
public enum Payload {

	/** A number. */
	TINY(5, Integer.class, IntegerResponse.class),

	/** An object of 2 KB. */
	OBJECT(Order.of(1), Order.class, OrderResponse.class),

	/** An array of 1 MB. */
	LIST(IntStream.range(0, 500).mapToObj(Order::of).toList(), new TypeReference<List<Order>>() {
	}.getType(), OrdersResponse.class);

	private final Object value;

	private final Type type;

	private final Class<? extends Response<?>> web3j;

	Payload(Object value, Type type, Class<? extends Response<?>> web3j) {
		this.value = value;
		this.type = type;
		this.web3j = web3j;
	}

	Object value() {
		return this.value;
	}

	Type type() {
		return this.type;
	}

	/** Return the class that web3j reads the answer as. */
	Class<? extends Response<?>> web3j() {
		return this.web3j;
	}

	static final class IntegerResponse extends Response<Integer> {

	}

	static final class OrderResponse extends Response<Order> {

	}

	static final class OrdersResponse extends Response<List<Order>> {

	}

}
