package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

/**
 * The answer is not JSON.
 *
 * @since 0.1.0
 */
public class JsonRpcParseException extends JsonRpcInvalidResponseException {

	private static final long serialVersionUID = 1L;

	JsonRpcParseException(CallSite site, String rule, @Nullable HttpAnswer answer, @Nullable Throwable cause) {
		super(site, rule, "", answer, cause);
	}

}
