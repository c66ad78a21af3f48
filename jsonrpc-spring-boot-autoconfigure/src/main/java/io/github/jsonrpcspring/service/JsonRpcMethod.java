package io.github.jsonrpcspring.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a method of a {@link JsonRpcClient} interface calls, and how.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface JsonRpcMethod {

	/**
	 * The name of the remote method, which the prefix of the interface stands before; the
	 * name of the Java method otherwise. May hold placeholders.
	 */
	String value() default "";

	/**
	 * How the arguments of this method are sent.
	 */
	JsonRpcParamsStyle params() default JsonRpcParamsStyle.INHERIT;

	/**
	 * The deadline for connect, wait and the whole body, such as {@code 5s} or
	 * {@code PT5S}; {@code 0s} for none, the client's otherwise. The property
	 * {@code jsonrpc.clients.<name>.methods} wins. May hold placeholders.
	 */
	String timeout() default "";

	/**
	 * The largest body of an answer that is read, such as {@code 200MB}; the client's
	 * otherwise. The property {@code jsonrpc.clients.<name>.methods} wins. May hold
	 * placeholders.
	 */
	String maxResponseSize() default "";

	/**
	 * Whether the wire log shows this method. The property
	 * {@code jsonrpc.clients.<name>.methods} wins.
	 */
	boolean log() default true;

}
