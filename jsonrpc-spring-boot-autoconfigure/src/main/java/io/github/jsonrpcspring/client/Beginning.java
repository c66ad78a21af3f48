package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an answer says before its result.
 *
 * @param exchange judges it
 * @param sent the request
 */
record Beginning(StreamedExchange exchange, JsonRpcRequest sent) {

	/**
	 * Return whether the answer passes if all that is still to come is as it has to be.
	 */
	boolean mayStand(CallSite site, byte[] beginning, JsonRpcTransportStream stream) {
		byte[] completed;
		try {
			completed = complete(beginning);
		}
		catch (RuntimeException ex) {
			// The end will tell what is wrong
			return false;
		}
		try {
			JsonRpcTransportResponse response = new JsonRpcTransportResponse(stream.status(), stream.headers(),
					completed);
			return this.exchange.judge().judge(site, this.sent, response, null) instanceof JsonRpcResponse answer
					&& !answer.isError();
		}
		catch (JsonRpcException ex) {
			return false;
		}
	}

	private byte[] complete(byte[] beginning) {
		JsonMapper mapper = this.exchange.codec().mapper();
		JsonNode read = mapper.reader()
			.without(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
			.readTree(beginning);
		ObjectNode completed = (ObjectNode) read;
		JsonRpcId id = this.sent.id();
		completed.putIfAbsent("id", (id != null) ? id.toTree() : completed.nullNode());
		if (this.sent.version() == JsonRpcVersion.V1_0) {
			completed.putIfAbsent("error", completed.nullNode());
		}
		else {
			completed.putIfAbsent("jsonrpc", completed.stringNode(JsonRpcVersion.V2_0.text()));
		}
		return mapper.writer().without(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).writeValueAsBytes(completed);
	}

}
