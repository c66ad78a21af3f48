package io.github.jsonrpcspring.soak;

import org.jspecify.annotations.Nullable;

/**
 * Hears how a message ended.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
interface End<T> {

	/**
	 * Hear of a result or of a failure.
	 */
	void accept(@Nullable T result, @Nullable Throwable failure);

}
