package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

/**
 * The answer is larger than the client reads.
 *
 * @since 0.1.0
 */
public class JsonRpcResponseTooLargeException extends JsonRpcInvalidResponseException {

	private static final long serialVersionUID = 1L;

	private final long limit;

	JsonRpcResponseTooLargeException(CallSite site, long limit, @Nullable Throwable cause) {
		super(site, "the body is larger than " + limit + " bytes", "; 'max-response-size' raises the limit", null,
				cause);
		this.limit = limit;
	}

	/**
	 * Return the limit.
	 * @return the limit in bytes
	 */
	public long limit() {
		return this.limit;
	}

}
