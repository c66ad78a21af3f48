package io.github.jsonrpcspring.protocol;

import io.github.jsonrpcspring.protocol.Envelope.Name;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the specification demands of a response and servers in the field do not always
 * keep.
 *
 * @param envelope the response
 * @param version the version of the request
 * @param error the response's error that is not null
 */
record StrictRules(Envelope envelope, JsonRpcVersion version, @Nullable JsonRpcError error) {

	void check() {
		if (this.version == JsonRpcVersion.V1_0) {
			checkVersion1();
		}
		else {
			checkVersion2();
		}
	}

	private void checkVersion1() {
		String section = "1.0, section 1.2";
		JsonNode version = this.envelope.tree(Name.JSONRPC);
		require(version == null || isText(version, "1.0"), "jsonrpc must be absent or \"1.0\"", section);
		require(this.envelope.has(Name.RESULT) && this.envelope.has(Name.ERROR),
				"both result and error must be present", section);
		require(this.error == null || !this.envelope.hasValue(Name.RESULT), "result must be null beside an error",
				section);
		require(this.error == null || this.error.raw().isObject(), "error must be an object", section);
		requireId(this.envelope.tree(Name.ID), section);
	}

	private void checkVersion2() {
		String section = "2.0, section 5";
		JsonNode version = this.envelope.tree(Name.JSONRPC);
		if (version == null) {
			throw this.envelope.violation("jsonrpc is missing", section);
		}
		require(isText(version, "2.0"), "jsonrpc must be \"2.0\"", section);
		require(!(this.envelope.has(Name.RESULT) && this.envelope.has(Name.ERROR)), "result and error together",
				section);
		if (this.error != null) {
			checkError(this.error.raw());
		}
		JsonNode id = requireId(this.envelope.tree(Name.ID), section);
		require(id.isString() || id.isNumber() || id.isNull(), "id must be a string, a number or null", section);
	}

	/**
	 * An error without the id of a request is one of a request that could not be read. In
	 * 1.0, which has no codes, only those of 2.0 say so.
	 */
	private JsonNode requireId(@Nullable JsonNode id, String section) {
		if (id == null) {
			throw this.envelope.violation("id is missing", section);
		}
		require(!id.isNull() || (this.error != null && (this.error.code() == JsonRpcError.PARSE_ERROR
				|| this.error.code() == JsonRpcError.INVALID_REQUEST)),
				"id must be null only when the request could not be read (-32700, -32600)", section);
		return id;
	}

	private void checkError(JsonNode error) {
		String section = "2.0, section 5.1";
		require(error.isObject(), "error must be an object", section);
		require(error.path("code").isIntegralNumber(), "error.code must be an integer", section);
		require(error.path("message").isString(), "error.message must be a string", section);
	}

	private static boolean isText(JsonNode node, String text) {
		return node.isString() && node.stringValue().equals(text);
	}

	private void require(boolean holds, String rule, String section) {
		if (!holds) {
			throw this.envelope.violation(rule, section);
		}
	}

}
