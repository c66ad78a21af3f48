package io.github.jsonrpcspring.client;

import java.util.Arrays;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportStream;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
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

	/**
	 * Return the beginning as it was sent, and behind it what is missing of an answer.
	 */
	private byte[] complete(byte[] beginning) {
		JsonMapper mapper = this.exchange.codec().mapper();
		ObjectNode missing = mapper.createObjectNode();
		JsonRpcId id = this.sent.id();
		missing.set("id", (id != null) ? id.toTree() : missing.nullNode());
		if (this.sent.version() == JsonRpcVersion.V1_0) {
			missing.putNull("error");
		}
		else {
			missing.put("jsonrpc", JsonRpcVersion.V2_0.text());
		}
		try (JsonParser parser = mapper.createParser(beginning)) {
			parser.nextToken();
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				missing.remove(name);
				parser.nextToken();
				parser.skipChildren();
			}
		}
		if (missing.isEmpty()) {
			return beginning;
		}
		byte[] end = mapper.writer().without(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).writeValueAsBytes(missing);
		end[0] = ',';
		byte[] completed = Arrays.copyOf(beginning, beginning.length - 1 + end.length);
		System.arraycopy(end, 0, completed, beginning.length - 1, end.length);
		return completed;
	}

}
