package io.github.jsonrpcspring.client;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows a body on one line: cut to a length, and the values of some members hidden.
 */
final class BodyMask {

	private static final String HIDDEN = "***";

	private final JsonMapper mapper;

	private final Set<String> names;

	private final int length;

	BodyMask(JsonMapper mapper, Set<String> names, int length) {
		this.mapper = mapper;
		this.names = names;
		this.length = length;
	}

	String show(byte[] body) {
		return show(body, Set.of());
	}

	/**
	 * Show a body.
	 * @param body the body
	 * @param members further names to hide, in the message itself only
	 */
	String show(byte[] body, Set<String> members) {
		if (this.names.isEmpty() && members.isEmpty()) {
			return plain(body);
		}
		StringWriter text = new StringWriter();
		try (JsonParser parser = this.mapper.createParser(body);
				JsonGenerator copy = this.mapper.createGenerator(text)) {
			copy(parser, copy, text, members);
		}
		catch (JacksonException ex) {
			return text.getBuffer().isEmpty() ? plain(body) : TextExcerpt.of(text + "…", this.length);
		}
		return TextExcerpt.of(text.getBuffer(), this.length);
	}

	private void copy(JsonParser parser, JsonGenerator copy, StringWriter text, Set<String> members) {
		int depth = 0;
		boolean batch = false;
		for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
			batch = batch || (depth == 0 && token == JsonToken.START_ARRAY);
			depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			copy.copyCurrentEventExact(parser);
			if (token == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				if (this.names.contains(name) || (depth == (batch ? 2 : 1) && members.contains(name))) {
					parser.nextToken();
					parser.skipChildren();
					copy.writeString(HIDDEN);
				}
			}
			copy.flush();
			if (text.getBuffer().length() > this.length) {
				return;
			}
		}
	}

	private String plain(byte[] body) {
		int most = (int) Math.min(body.length, 4L * this.length + 4);
		return TextExcerpt.of(new String(body, 0, most, StandardCharsets.UTF_8), this.length);
	}

}
