package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The answer is not the JSON-RPC answer to this call. The message says which rule it
 * breaks, and which setting would accept it where there is one.
 *
 * @since 0.1.0
 */
public class JsonRpcInvalidResponseException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private final String rule;

	private final @Nullable HttpStatusCode status;

	JsonRpcInvalidResponseException(CallSite site, String rule, String advice, @Nullable HttpAnswer answer,
			@Nullable Throwable cause) {
		super(site, "invalid response: " + rule + advice + ((answer != null) ? "; " + answer.describe() : ""), cause);
		this.rule = rule;
		this.status = (answer != null) ? answer.status() : null;
	}

	/**
	 * Return the rule that the answer breaks.
	 * @return the rule, in words
	 */
	public String rule() {
		return this.rule;
	}

	/**
	 * Return the HTTP status.
	 * @return the status, {@code null} for an entry that a batch answer lacks
	 */
	public @Nullable HttpStatusCode status() {
		return this.status;
	}

}
