package io.github.jsonrpcspring.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface a client of a JSON-RPC server: each abstract method is a call.
 * <p>
 * In a Spring Boot application such an interface in the application's own packages is a
 * bean. Without Spring, {@link JsonRpcServiceProxyFactory} makes an implementation.
 * <p>
 * A method may return any type that Jackson can read, {@code void}, {@code Optional},
 * {@code CompletableFuture}, {@code Mono}, {@code Flux} over an array, or a
 * {@link io.github.jsonrpcspring.protocol.JsonRpcResponse JsonRpcResponse}, which may be
 * an error. {@code void} waits for the answer and throws errors; only
 * {@link JsonRpcNotification} makes a notification. A parameter of type
 * {@link io.github.jsonrpcspring.client.JsonRpcCallOptions JsonRpcCallOptions} or
 * {@link org.springframework.http.HttpHeaders HttpHeaders} is not sent as a parameter: it
 * says what the call does differently.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface JsonRpcClient {

	/**
	 * The name of the client in {@code jsonrpc.clients.<name>}. Without one, the
	 * application's only or primary client is used.
	 */
	String value() default "";

	/**
	 * What stands before the name of each method, such as {@code eth_} or {@code Files.}.
	 * May hold placeholders.
	 */
	String prefix() default "";

	/**
	 * How arguments are sent.
	 */
	JsonRpcParamsStyle params() default JsonRpcParamsStyle.INHERIT;

}
