package io.github.jsonrpcspring.client;

import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a fluent call that describes the request object.
 *
 * @param <S> the type of the fluent call
 * @since 0.1.0
 */
public interface JsonRpcParamsSpec<S extends JsonRpcParamsSpec<S>> {

	/**
	 * Set the positional parameters. An array whose class is not exactly {@code Object[]}
	 * is one parameter, {@code null} is the parameter {@code null}.
	 * @param params the parameters in order
	 * @return this call
	 */
	S params(@Nullable Object @Nullable ... params);

	/**
	 * Add named parameters. Beside positional ones they become one object, the last
	 * parameter.
	 * @param params the parameters by name
	 * @return this call
	 */
	S namedParams(Map<String, ? extends @Nullable Object> params);

	/**
	 * Set an object whose properties are the named parameters.
	 * @param bean an object that Jackson writes as a JSON object
	 * @return this call
	 * @throws IllegalArgumentException if Jackson does not write it as a JSON object
	 */
	S namedParams(Object bean);

	/**
	 * Add a named parameter.
	 * @param name the parameter's name
	 * @param value its value
	 * @return this call
	 */
	S param(String name, @Nullable Object value);

	/**
	 * Set a numeric id instead of a generated one.
	 * @param id the id
	 * @return this call
	 */
	S id(long id);

	/**
	 * Set a text id instead of a generated one.
	 * @param id the id
	 * @return this call
	 */
	S id(String id);

	/**
	 * Set the id instead of a generated one.
	 * @param id the id
	 * @return this call
	 */
	S id(JsonRpcId id);

	/**
	 * Set a further member of the request object.
	 * @param name the member's name, none of those that the specification defines
	 * @param value its value; {@code null} removes the client's member
	 * @return this call
	 * @throws IllegalArgumentException if the specification defines that member
	 */
	S member(String name, @Nullable Object value);

}
