package io.github.jsonrpcspring.client.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * An interface for the answers of the server, with one that extends it for each type of
 * result.
 *
 * @param <T> the type of result
 */
interface Answers<T> {

	@JsonRpcMethod(CallStyle.METHOD)
	@Nullable T now();

	@JsonRpcMethod(CallStyle.METHOD)
	Mono<T> later();

	/**
	 * Call through a proxy of the interface for a type.
	 */
	static @Nullable Object now(JsonRpcTemplate client, Class<?> type) {
		if (type == int.class) {
			return create(client, Primitives.class).getInt();
		}
		if (type == long.class) {
			return create(client, Primitives.class).getLong();
		}
		return (type == double.class) ? create(client, Primitives.class).getDouble()
				: create(client, typed(type)).now();
	}

	/**
	 * Call through a proxy, which waits for nothing.
	 */
	static Mono<?> later(JsonRpcTemplate client, Class<?> type) {
		return create(client, typed(type)).later();
	}

	private static <S> S create(JsonRpcTemplate client, Class<S> type) {
		return JsonRpcServiceProxyFactory.builder(client).build().createClient(type);
	}

	private static Class<? extends Answers<?>> typed(Class<?> type) {
		Map<Class<?>, Class<? extends Answers<?>>> all = Map.ofEntries(Map.entry(Integer.class, Integers.class),
				Map.entry(Double.class, Doubles.class), Map.entry(String.class, Strings.class),
				Map.entry(BigInteger.class, BigIntegers.class), Map.entry(BigDecimal.class, BigDecimals.class),
				Map.entry(JsonNode.class, Trees.class), Map.entry(Map.class, Maps.class),
				Map.entry(Object.class, Objects.class), Map.entry(ResultCases.Person.class, Persons.class),
				Map.entry(ResultCases.Group.class, Groups.class),
				Map.entry(ResultCases.Amounts.class, AllAmounts.class));
		Class<? extends Answers<?>> found = all.get(ClassUtils.resolvePrimitiveIfNecessary(type));
		if (found == null) {
			throw new IllegalStateException("No interface returns " + type);
		}
		return found;
	}

	interface Primitives {

		@JsonRpcMethod(CallStyle.METHOD)
		int getInt();

		@JsonRpcMethod(CallStyle.METHOD)
		long getLong();

		@JsonRpcMethod(CallStyle.METHOD)
		double getDouble();

	}

	interface Integers extends Answers<Integer> {

	}

	interface Doubles extends Answers<Double> {

	}

	interface Strings extends Answers<String> {

	}

	interface BigIntegers extends Answers<BigInteger> {

	}

	interface BigDecimals extends Answers<BigDecimal> {

	}

	interface Trees extends Answers<JsonNode> {

	}

	interface Maps extends Answers<Map<String, Object>> {

	}

	interface Objects extends Answers<Object> {

	}

	interface Persons extends Answers<ResultCases.Person> {

	}

	interface Groups extends Answers<ResultCases.Group> {

	}

	interface AllAmounts extends Answers<ResultCases.Amounts> {

	}

}
