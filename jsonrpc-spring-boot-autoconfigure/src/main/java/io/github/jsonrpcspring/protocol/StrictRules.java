package io.github.jsonrpcspring.protocol;

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
		JsonNode version = this.envelope.tree("jsonrpc");
		require(version == null || isText(version, "1.0"), "jsonrpc must be absent or \"1.0\"", section);
		require(this.envelope.has("result") && this.envelope.has("error"), "both result and error must be present",
				section);
		require(this.error == null || !this.envelope.hasValue("result"), "result must be null beside an error",
				section);
		require(this.error == null || this.error.raw().isObject(), "error must be an object", section);
		require(this.envelope.has("id"), "id is missing", section);
	}

	private void checkVersion2() {
		String section = "2.0, section 5";
		JsonNode version = this.envelope.tree("jsonrpc");
		if (version == null) {
			throw this.envelope.violation("jsonrpc is missing", section);
		}
		require(isText(version, "2.0"), "jsonrpc must be \"2.0\"", section);
		require(!(this.envelope.has("result") && this.envelope.has("error")), "result and error together", section);
		if (this.error != null) {
			checkError(this.error.raw());
		}
		JsonNode id = this.envelope.tree("id");
		if (id == null) {
			throw this.envelope.violation("id is missing", section);
		}
		require(id.isString() || id.isNumber() || id.isNull(), "id must be a string, a number or null", section);
		require(!id.isNull() || (this.error != null && (this.error.code() == JsonRpcError.PARSE_ERROR
				|| this.error.code() == JsonRpcError.INVALID_REQUEST)),
				"id must be null only when the request could not be read (-32700, -32600)", section);
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
