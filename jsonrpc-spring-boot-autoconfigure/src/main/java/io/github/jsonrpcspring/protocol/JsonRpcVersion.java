package io.github.jsonrpcspring.protocol;

/**
 * A version of the JSON-RPC protocol.
 *
 * @since 0.1.0
 */
public enum JsonRpcVersion {

	/**
	 * JSON-RPC 1.0 (2005): no {@code jsonrpc} member, positional parameters only, every
	 * message with an {@code id}.
	 */
	V1_0("1.0"),

	/**
	 * JSON-RPC 2.0 (2010, revised 2013).
	 */
	V2_0("2.0");

	private final String text;

	JsonRpcVersion(String text) {
		this.text = text;
	}

	/**
	 * Return the version as the specification writes it: {@code "1.0"} or {@code "2.0"}.
	 * @return the version's text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return the version for its text.
	 * @param version {@code "1.0"}, {@code "2.0"}, {@code "1"} or {@code "2"}
	 * @return the version
	 * @throws IllegalArgumentException if the text is none of the four
	 */
	public static JsonRpcVersion of(String version) {
		return switch (version.strip()) {
			case "1.0", "1" -> V1_0;
			case "2.0", "2" -> V2_0;
			default ->
				throw new IllegalArgumentException("JSON-RPC version must be \"1.0\" or \"2.0\": '" + version + "'");
		};
	}

}
