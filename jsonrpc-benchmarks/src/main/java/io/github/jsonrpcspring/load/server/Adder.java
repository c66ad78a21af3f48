package io.github.jsonrpcspring.load.server;

import java.io.ByteArrayOutputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and answers messages token by token, which is cheaper than what any client does.
 */
final class Adder {

	private static final int USUAL_SIZE = 128;

	private static final int METHOD_NOT_FOUND = -32601;

	private final JsonFactory json = new JsonFactory();

	/**
	 * Return the answer to a request, or the answers to a batch in its order.
	 */
	byte[] answer(byte[] message) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream(USUAL_SIZE);
		try (JsonParser in = this.json.createParser(ObjectReadContext.empty(), message);
				JsonGenerator out = this.json.createGenerator(ObjectWriteContext.empty(), answer)) {
			if (in.nextToken() == JsonToken.START_ARRAY) {
				out.writeStartArray();
				while (in.nextToken() != JsonToken.END_ARRAY) {
					answer(in, out);
				}
				out.writeEndArray();
			}
			else {
				answer(in, out);
			}
		}
		return answer.toByteArray();
	}

	private static void answer(JsonParser in, JsonGenerator out) {
		String method = "";
		long sum = 0;
		int count = 0;
		String id = null;
		boolean text = false;
		for (String name = in.nextName(); name != null; name = in.nextName()) {
			JsonToken token = in.nextToken();
			switch (name) {
				case "method" -> method = in.getString();
				case "params" -> {
					while (token == JsonToken.START_ARRAY && in.nextToken() != JsonToken.END_ARRAY) {
						sum += in.getIntValue();
						count++;
					}
				}
				case "id" -> {
					id = in.getString();
					text = token == JsonToken.VALUE_STRING;
				}
				default -> in.skipChildren();
			}
		}
		write(out, (method.equals("add") && count == 2) ? sum : null, id, text);
	}

	private static void write(JsonGenerator out, @Nullable Long sum, @Nullable String id, boolean text) {
		out.writeStartObject();
		out.writeStringProperty("jsonrpc", "2.0");
		if (sum != null) {
			out.writeNumberProperty("result", sum);
		}
		else {
			out.writeObjectPropertyStart("error");
			out.writeNumberProperty("code", METHOD_NOT_FOUND);
			out.writeStringProperty("message", "Only 'add' of two numbers is there");
			out.writeEndObject();
		}
		out.writeName("id");
		if (text || id == null) {
			out.writeString(id);
		}
		else {
			out.writeNumber(id);
		}
		out.writeEndObject();
	}

}
