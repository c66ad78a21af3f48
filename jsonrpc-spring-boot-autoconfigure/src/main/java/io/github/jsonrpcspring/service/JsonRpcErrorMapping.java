package io.github.jsonrpcspring.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps error codes to an exception of the application, by {@link #code()} or by
 * {@link #from()} and {@link #to()}.
 * <p>
 * Mappings of a method are asked before those of its interface, and both before a
 * {@link io.github.jsonrpcspring.client.JsonRpcExceptionTranslator
 * JsonRpcExceptionTranslator}; at the same place a code is asked before a range.
 * <p>
 * The exception has a constructor whose parameters are any of: a {@code String} for the
 * error's message, a {@code long} or {@code int} for its code, an exception for the
 * cause, and another type for its data, read by Jackson. The constructor with the most
 * parameters is taken. The cause is the
 * {@link io.github.jsonrpcspring.client.JsonRpcErrorException JsonRpcErrorException}
 * whether the constructor takes it or not, and suppressed where the constructor sets
 * another cause. Data that does not fit, or a constructor that throws, leaves the error
 * unmapped: what went wrong is suppressed in it.
 * <p>
 * A checked exception counts only for methods that declare it.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(JsonRpcErrorMappings.class)
public @interface JsonRpcErrorMapping {

	/**
	 * The error codes.
	 */
	long[] code() default {};

	/**
	 * The lowest error code of a range.
	 */
	long from() default Long.MAX_VALUE;

	/**
	 * The highest error code of a range.
	 */
	long to() default Long.MIN_VALUE;

	/**
	 * The exception to throw.
	 */
	Class<? extends Exception> exception();

}
