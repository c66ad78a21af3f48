package io.github.jsonrpcspring.actuate;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A call that tells whether a server is well.
 *
 * @param method the method to call
 * @param params its positional parameters, if any
 * @param namedParams its named parameters, if any
 * @param expected what the result must be, as JSON or, for a text, as it is; {@code null}
 * if any result will do
 * @param timeout the deadline of the call
 * @param cache how long its outcome counts, zero for no longer than the call takes
 * @since 0.1.0
 */
public record JsonRpcHealthCheck(String method, List<Object> params, Map<String, Object> namedParams,
		@Nullable String expected, Duration timeout, Duration cache) {

	/** The deadline where none is set. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

	/** How long an outcome counts where that is not set. */
	public static final Duration DEFAULT_CACHE = Duration.ofSeconds(10);

	/** Copy what could be changed. */
	public JsonRpcHealthCheck {
		params = List.copyOf(params);
		namedParams = Collections.unmodifiableMap(new LinkedHashMap<>(namedParams));
	}

	/**
	 * Return the method only, as parameters may be secrets.
	 */
	@Override
	public String toString() {
		return "health check with '" + this.method + "'";
	}

}
