package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Turns the error that a server answered with into an exception of the application.
 * Several are asked in order; the first that returns an exception decides.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JsonRpcExceptionTranslator {

	/**
	 * Translate an error.
	 * @param error the exception that would be thrown otherwise
	 * @return the exception to throw, or {@code null} to leave it to others
	 */
	@Nullable RuntimeException translate(JsonRpcErrorException error);

}
