package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the health of a server is checked.
 *
 * @param method Method that is called to check the health of the server. Not checked if
 * unset.
 * @param params Parameters of that method, a list or by name; or either as JSON text,
 * which empty lists and null need.
 * @param expected Result that the method must have, as JSON or plain text. Any result if
 * unset.
 * @param timeout Deadline of the check.
 * @param cache How long the outcome of a check counts, 0 to check each time.
 */
record HealthProperties(@Nullable String method, @Nullable Map<String, Object> params, @Nullable String expected,
		@Nullable Duration timeout, @Nullable Duration cache) {

}
