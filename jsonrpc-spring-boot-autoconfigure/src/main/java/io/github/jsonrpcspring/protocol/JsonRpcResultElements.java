package io.github.jsonrpcspring.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the elements out of a response whose result is an array, one at a time, while its
 * bytes come.
 * <p>
 * It keeps one element, and of the others as many as fit into the beginning of a document
 * that {@link #document()} returns at the end: what was read, without the elements behind
 * those. {@link JsonRpcCodec#readResponse(byte[])} finds in it all that is wrong with the
 * response, in the same words as in the whole. Not thread-safe.
 * <p>
 * No element is found, and the document is whole, where the result is no array; and where
 * the mapper limits the length or the tokens of a document, or reads more than JSON, such
 * as comments.
 *
 * @since 0.1.0
 */
public final class JsonRpcResultElements {

	/**
	 * What comes next in a response.
	 *
	 * @since 0.1.0
	 */
	public enum Next {

		/** More bytes, or the end of them. */
		BYTES,

		/** The elements of the result. */
		BEGINNING,

		/** An element. */
		ELEMENT,

		/**
		 * What is no element: {@link JsonRpcResultElements#document()} is no response.
		 */
		BROKEN

	}

	private static final List<JsonReadFeature> NO_JSON = List.of(JsonReadFeature.ALLOW_JAVA_COMMENTS,
			JsonReadFeature.ALLOW_YAML_COMMENTS, JsonReadFeature.ALLOW_SINGLE_QUOTES,
			JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES, JsonReadFeature.ALLOW_MISSING_VALUES,
			JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_RS_CONTROL_CHAR);

	/** Exceptions and logs show less of a document. */
	private static final int MOST_KEPT = 16 * 1024;

	/** An element is checked at the depth where it stands in a response. */
	private static final byte[] BEFORE = { '[', '[' };

	private static final byte[] BEHIND = { ']', ']' };

	private static final byte[] NONE = {};

	private static final byte[] LEFT_OUT = "\"…\"".getBytes(StandardCharsets.UTF_8);

	private final JsonRpcCodec codec;

	private final JsonMapper mapper;

	private final ByteSink document = new ByteSink();

	private final ElementScanner scanner;

	private int index = -1;

	private boolean leftOut;

	private byte[] element = BEFORE;

	/**
	 * Create what takes one response.
	 * @param codec the codec of the client
	 * @param whole whether no element is to be found
	 */
	public JsonRpcResultElements(JsonRpcCodec codec, boolean whole) {
		this.codec = codec;
		this.mapper = codec.mapper();
		this.scanner = new ElementScanner(this.document, whole || !isStreamable(this.mapper));
	}

	private static boolean isStreamable(JsonMapper mapper) {
		StreamReadConstraints constraints = mapper.tokenStreamFactory().streamReadConstraints();
		return !constraints.hasMaxDocumentLength() && !constraints.hasMaxTokenCount()
				&& NO_JSON.stream().noneMatch(mapper::isEnabled);
	}

	/**
	 * Take the next bytes, once {@link #next()} has asked for them.
	 * @param bytes the bytes, which must not be changed
	 */
	public void add(byte[] bytes) {
		this.scanner.add(bytes);
	}

	/**
	 * Go on to what comes next.
	 * @return what it is
	 */
	public Next next() {
		return switch (this.scanner.next()) {
			case NOTHING -> Next.BYTES;
			case ARRAY -> Next.BEGINNING;
			case ELEMENT -> nextElement();
		};
	}

	private Next nextElement() {
		boolean last = this.scanner.delimiter() != ',';
		if (this.scanner.element().isBlank()) {
			return blank(last);
		}
		this.index++;
		this.element = this.scanner.element().take(BEFORE, BEHIND);
		if (!isOneValue()) {
			keep(this.element, BEFORE.length, this.element.length - BEHIND.length);
			return broken();
		}
		if (!this.leftOut) {
			int length = this.element.length - BEFORE.length - BEHIND.length;
			this.leftOut = this.document.size() + length > MOST_KEPT;
			byte[] kept = this.leftOut ? LEFT_OUT : this.element;
			keep(kept, this.leftOut ? 0 : BEFORE.length, this.leftOut ? kept.length : BEFORE.length + length);
		}
		if (last) {
			this.document.add(this.scanner.delimiter());
		}
		return Next.ELEMENT;
	}

	private void keep(byte[] bytes, int from, int to) {
		if (this.index > 0) {
			this.document.add(',');
		}
		this.document.add(bytes, from, to);
	}

	/**
	 * An empty array has nothing between its brackets; elsewhere a value is missing.
	 */
	private Next blank(boolean last) {
		byte[] blank = this.scanner.element().take(NONE, NONE);
		if (this.index < 0 && last) {
			this.document.add(blank);
			this.document.add(this.scanner.delimiter());
			return next();
		}
		this.index++;
		keep(blank, 0, blank.length);
		return broken();
	}

	private Next broken() {
		this.document.add(this.scanner.delimiter());
		this.scanner.stop();
		return Next.BROKEN;
	}

	private boolean isOneValue() {
		if (!Utf8.isWellFormed(this.element)) {
			return false;
		}
		try (JsonParser parser = this.mapper.createParser(this.element)) {
			parser.nextToken();
			parser.skipChildren();
			return parser.nextToken() == null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * Return the beginning of the response, up to its first element, as a document.
	 * @return JSON with an empty array as its result, if what was read is JSON
	 */
	public byte[] beginning() {
		byte[] read = this.document.toByteArray();
		byte[] closed = Arrays.copyOf(read, read.length + 2);
		closed[read.length] = ']';
		closed[read.length + 1] = '}';
		return closed;
	}

	/**
	 * Return what was read, without most of the elements.
	 * @return the document
	 */
	public byte[] document() {
		if (this.scanner.isInArray()) {
			this.scanner.stop();
			if (this.index >= 0) {
				this.document.add(',');
			}
			this.document.add(this.scanner.element().take(NONE, NONE));
		}
		return this.document.toByteArray();
	}

	/**
	 * Return where the element stands.
	 * @return the index, from 0; -1 before the first
	 */
	public int index() {
		return this.index;
	}

	/**
	 * Return whether {@link #document()} has all that was read.
	 * @return {@code false} if elements were left out
	 */
	public boolean isWhole() {
		return !this.leftOut;
	}

	/**
	 * Return the element as a tree.
	 * @return the tree
	 */
	public JsonNode element() {
		return value().tree();
	}

	/**
	 * Convert the element, with the exact value of its numbers.
	 * @param <T> the type
	 * @param type the type
	 * @return the element, {@code null} for null
	 * @throws JacksonException if it does not fit the type; its path begins with the
	 * index
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T elementAs(JavaType type) {
		try {
			return value().as(type);
		}
		catch (JacksonException ex) {
			throw ex.prependPath(ArrayList.class, this.index);
		}
		catch (RuntimeException ex) {
			throw this.mapper.isEnabled(DeserializationFeature.WRAP_EXCEPTIONS)
					? JacksonException.wrapWithPath(ex, ArrayList.class, this.index) : ex;
		}
	}

	private JsonValue value() {
		return JsonValue.read(this.codec, this.element, BEFORE.length, this.element.length - BEHIND.length, null);
	}

}
