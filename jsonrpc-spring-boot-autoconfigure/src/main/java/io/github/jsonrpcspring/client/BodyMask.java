package io.github.jsonrpcspring.client;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows a body on one line: cut to a length, and some values hidden.
 */
final class BodyMask {

	private static final String HIDDEN = "***";

	private final JsonMapper mapper;

	private final ObjectWriter writer;

	private final Set<String> names;

	private final List<MaskPointer> pointers;

	private final int length;

	/**
	 * Create the mask of a client: what its settings name, and its extra members, which a
	 * server may echo.
	 */
	static BodyMask of(JsonMapper mapper, JsonRpcClientSettings settings, int length) {
		Set<String> names = new HashSet<>(settings.extraMembers().keySet());
		List<MaskPointer> pointers = new ArrayList<>();
		for (String entry : settings.log().mask()) {
			if (MaskPointer.is(entry)) {
				pointers.add(MaskPointer.of(entry));
			}
			else {
				names.add(entry);
			}
		}
		return new BodyMask(mapper, names, pointers, length);
	}

	/**
	 * Create a mask.
	 * @param mapper reads bodies
	 * @param names names of members
	 * @param pointers pointers to values
	 * @param length the most characters to show
	 */
	private BodyMask(JsonMapper mapper, Set<String> names, List<MaskPointer> pointers, int length) {
		this.mapper = mapper;
		this.writer = mapper.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT);
		this.names = names;
		this.pointers = pointers;
		this.length = length;
	}

	String show(byte[] body) {
		return show(body, Set.of());
	}

	/**
	 * Show a body up to the end of its first document. An array is a batch: pointers are
	 * relative to each entry of it. What is no JSON is shown if nothing in it looks like
	 * something to hide.
	 * @param body the body
	 * @param members further names to hide, in the message itself only
	 */
	String show(byte[] body, Set<String> members) {
		if (isEmpty() && members.isEmpty()) {
			return plain(body);
		}
		StringWriter text = new StringWriter();
		try (JsonParser parser = this.mapper.createParser(body);
				JsonGenerator copy = this.writer.createGenerator(text)) {
			int root = (parser.nextToken() == JsonToken.START_ARRAY) ? 1 : 0;
			boolean open = parser.currentToken() != null;
			while (open && text.getBuffer().length() <= this.length) {
				copy(parser, copy, isHidden(parser, root, members));
				open = !parser.streamReadContext().inRoot();
				if (parser.nextToken() != null && !open) {
					text.append('…');
				}
			}
		}
		catch (JacksonException ex) {
			return text.getBuffer().isEmpty() ? notJson(body) : TextExcerpt.of(text + "…", this.length);
		}
		return TextExcerpt.of(text.getBuffer(), this.length);
	}

	private static void copy(JsonParser parser, JsonGenerator copy, boolean hidden) {
		if (hidden) {
			parser.skipChildren();
			copy.writeString(HIDDEN);
		}
		else if (parser.currentToken().isNumeric()) {
			copy.writeNumber(parser.getString());
		}
		else {
			copy.copyCurrentEventExact(parser);
		}
		copy.flush();
	}

	private boolean isHidden(JsonParser parser, int root, Set<String> members) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
			return false;
		}
		TokenStreamContext context = parser.streamReadContext();
		TokenStreamContext place = token.isStructStart() ? context.getParent() : context;
		String name = place.inObject() ? place.currentName() : null;
		return (name != null && this.names.contains(name))
				|| (name != null && place.getNestingDepth() == root + 1 && members.contains(name))
				|| this.pointers.stream().anyMatch((pointer) -> pointer.pointsTo(place, root));
	}

	/**
	 * Return whether any value is hidden at all.
	 */
	boolean isEmpty() {
		return this.names.isEmpty() && this.pointers.isEmpty();
	}

	/**
	 * Return whether what stands at a place of a message is hidden, whatever it is.
	 * @param path the names of the members that lead to it
	 */
	boolean hides(String... path) {
		List<String> steps = List.of(path);
		return steps.stream().anyMatch(this.names::contains) || this.pointers.stream()
			.anyMatch((pointer) -> pointer.steps().size() <= steps.size()
					&& pointer.steps().equals(steps.subList(0, pointer.steps().size())));
	}

	/**
	 * Return whether a value of a message is hidden, or a part of it is.
	 * @param message the message, no batch
	 * @param path the names of the members that lead to the value
	 */
	boolean hidesIn(JsonRpcMessage message, String... path) {
		if (isEmpty()) {
			return false;
		}
		try (JsonParser parser = this.mapper.createParser(JsonRpcCodec.create().write(message))) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				int depth = parser.streamReadContext().getNestingDepth();
				if (token == JsonToken.PROPERTY_NAME && depth <= path.length
						&& !path[depth - 1].equals(parser.currentName())) {
					parser.nextToken();
					parser.skipChildren();
				}
				else if (isHidden(parser, 0, Set.of())) {
					return true;
				}
			}
			return false;
		}
		catch (RuntimeException ex) {
			// what cannot be read may be hidden
			return true;
		}
	}

	private String notJson(byte[] body) {
		String text = new String(body, StandardCharsets.UTF_8);
		boolean suspicious = this.names.stream().anyMatch(text::contains)
				|| (!this.pointers.isEmpty() && (text.contains("{") || text.contains("[")));
		return suspicious ? "(" + body.length + " bytes that are not JSON)" : plain(body);
	}

	private String plain(byte[] body) {
		int most = (int) Math.min(body.length, 4L * this.length + 4);
		return TextExcerpt.of(new String(body, 0, most, StandardCharsets.UTF_8), this.length);
	}

}
