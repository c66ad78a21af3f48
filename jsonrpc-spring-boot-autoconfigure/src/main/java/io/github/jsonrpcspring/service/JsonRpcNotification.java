package io.github.jsonrpcspring.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a {@link JsonRpcClient} interface a notification: the server does not
 * answer it. The method returns {@code void}, {@code Mono<Void>} or
 * {@code CompletableFuture<Void>}, and gives back once the request is delivered.
 *
 * @since 0.1.0
 * @see <a href="https://www.jsonrpc.org/specification#notification">JSON-RPC 2.0, section
 * 4.1</a>
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface JsonRpcNotification {

}
