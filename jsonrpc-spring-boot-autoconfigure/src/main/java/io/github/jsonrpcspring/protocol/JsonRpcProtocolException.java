package io.github.jsonrpcspring.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What was read is no JSON-RPC message. Says which rule it breaks.
 *
 * @since 0.1.0
 */
public class JsonRpcProtocolException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int LONGEST_EXCERPT = 200;

	private final boolean json;

	private final String rule;

	private final String excerpt;

	private final @Nullable String specSection;

	private @Nullable JsonRpcValidation acceptedBy;

	JsonRpcProtocolException(boolean json, String rule, String text, @Nullable String specSection,
			@Nullable Throwable cause) {
		super(rule + ((specSection != null) ? " (JSON-RPC " + specSection + ")" : "")
				+ (text.isEmpty() ? "" : ": " + excerpt(text)), cause);
		this.json = json;
		this.rule = rule;
		this.excerpt = excerpt(text);
		this.specSection = specSection;
	}

	/**
	 * Return the rule that is broken, in words.
	 * @return the rule
	 */
	public String rule() {
		return this.rule;
	}

	/**
	 * Return the beginning of what was read, 200 characters at most.
	 * @return the excerpt
	 */
	public String excerpt() {
		return this.excerpt;
	}

	/**
	 * Return the section of the specification that holds the rule, such as
	 * {@code "2.0, section 5"}.
	 * @return the section, or {@code null} if the rule is one of JSON, or a limit of the
	 * mapper
	 */
	public @Nullable String specSection() {
		return this.specSection;
	}

	/**
	 * Return the level of validation that accepts this member of a batch.
	 * @return the strictest level that does, {@code null} if none does or the exception
	 * is about a whole message
	 */
	public @Nullable JsonRpcValidation acceptedBy() {
		return this.acceptedBy;
	}

	JsonRpcProtocolException acceptedBy(@Nullable JsonRpcValidation level) {
		this.acceptedBy = level;
		return this;
	}

	/**
	 * Return whether what was read is JSON.
	 * @return {@code false} for text that no JSON parser accepts
	 */
	public boolean isJson() {
		return this.json;
	}

	/**
	 * Return the error object that a server answers such a request with: -32700 for what
	 * is not JSON, -32600 otherwise.
	 * @return the error, with the rule as its data
	 */
	public JsonRpcError toError() {
		return this.json ? new JsonRpcError(JsonRpcError.INVALID_REQUEST, "Invalid Request", this.rule)
				: new JsonRpcError(JsonRpcError.PARSE_ERROR, "Parse error", this.rule);
	}

	private static String excerpt(String text) {
		return (text.length() > LONGEST_EXCERPT) ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
	}

}
