package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.jspecify.annotations.Nullable;

/**
 * The answer has another id than the request: it may belong to another call.
 *
 * @since 0.1.0
 */
public class JsonRpcIdMismatchException extends JsonRpcInvalidResponseException {

	private static final long serialVersionUID = 1L;

	private static final int LONGEST_ID = 100;

	private final transient @Nullable JsonRpcId expected;

	private final transient @Nullable JsonRpcId actual;

	JsonRpcIdMismatchException(CallSite site, @Nullable JsonRpcId expected, @Nullable JsonRpcId actual, String advice,
			HttpAnswer answer) {
		super(site,
				"the id of the answer is "
						+ ((actual != null) ? TextExcerpt.of(actual.toString(), LONGEST_ID) : "missing")
						+ ((expected != null) ? " instead of " + expected : ", which no call of the batch has"),
				advice, answer, null);
		this.expected = expected;
		this.actual = actual;
	}

	/**
	 * Return the id of the request.
	 * @return the id; {@code null} for a batch, and after serialization
	 */
	public @Nullable JsonRpcId expected() {
		return this.expected;
	}

	/**
	 * Return the id of the answer.
	 * @return the id; {@code null} if the answer has none, and after serialization
	 */
	public @Nullable JsonRpcId actual() {
		return this.actual;
	}

}
