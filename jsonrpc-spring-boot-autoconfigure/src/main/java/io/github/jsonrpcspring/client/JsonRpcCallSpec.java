package io.github.jsonrpcspring.client;

import java.time.Duration;
import java.util.function.Consumer;

import org.springframework.http.HttpHeaders;

/**
 * The part of a fluent call that describes its request object and its HTTP exchange.
 *
 * @param <S> the type of the fluent call
 * @since 0.1.0
 */
public interface JsonRpcCallSpec<S extends JsonRpcCallSpec<S>> extends JsonRpcParamsSpec<S> {

	/**
	 * Set an HTTP header, in place of the client's.
	 * @param name the header's name
	 * @param values its values
	 * @return this call
	 */
	S header(String name, String... values);

	/**
	 * Change the HTTP headers of this call.
	 * @param headers changes the headers
	 * @return this call
	 */
	S headers(Consumer<HttpHeaders> headers);

	/**
	 * Set the deadline for connect, wait and the whole body.
	 * @param timeout the timeout, zero for none
	 * @return this call
	 */
	S timeout(Duration timeout);

	/**
	 * Set the largest body of an answer that is read.
	 * @param bytes the number of bytes, after decompression
	 * @return this call
	 */
	S maxResponseSize(long bytes);

	/**
	 * Set an attribute, which reaches interceptors and the filters of the transport.
	 * @param name the attribute's name
	 * @param value its value
	 * @return this call
	 */
	S attribute(String name, Object value);

	/**
	 * Add options. What they set replaces what has been set before.
	 * @param options the options
	 * @return this call
	 */
	S options(JsonRpcCallOptions options);

}
