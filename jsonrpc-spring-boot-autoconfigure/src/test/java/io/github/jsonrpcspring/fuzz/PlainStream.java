package io.github.jsonrpcspring.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An answer as who reads it from the front sees it, be what follows as it may.
 */
final class PlainStream {

	/** What stands before the elements of the result, with the bracket. */
	private final byte[] head;

	private final List<PlainValue> elements;

	private PlainStream(byte[] head, List<PlainValue> elements) {
		this.head = head;
		this.elements = elements;
	}

	/**
	 * Return the elements, up to what is none.
	 */
	List<PlainValue> elements() {
		return this.elements;
	}

	/**
	 * Read an answer, each byte as a character, as the bytes may be no text.
	 * @return {@code null} if no array is the value of a member {@code result}
	 */
	static @Nullable PlainStream read(byte[] body) {
		String text = new String(body, StandardCharsets.ISO_8859_1);
		String mark = new String(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF }, StandardCharsets.ISO_8859_1);
		PlainReader reader = new PlainReader(text);
		try {
			if (text.startsWith(mark)) {
				mark.chars().forEach((c) -> reader.skip());
			}
			reader.skipBlanks();
			reader.expect('{');
			while (!isResult(reader)) {
				reader.value(1);
				reader.skipBlanks();
				reader.expect(',');
			}
			reader.expect('[');
			byte[] head = Arrays.copyOf(body, reader.at());
			return new PlainStream(head, elements(reader, body));
		}
		catch (PlainException ex) {
			return null;
		}
	}

	/**
	 * Read the name of a member.
	 */
	private static boolean isResult(PlainReader reader) throws PlainException {
		reader.skipBlanks();
		int from = reader.at();
		boolean isResult = reader.string().equals("result") && reader.at() - from == "'result'".length();
		reader.skipBlanks();
		reader.expect(':');
		reader.skipBlanks();
		return isResult && reader.peek() == '[';
	}

	private static List<PlainValue> elements(PlainReader reader, byte[] body) {
		List<PlainValue> elements = new ArrayList<>();
		try {
			while (true) {
				reader.skipBlanks();
				int from = reader.at();
				reader.value(2);
				elements.add(PlainReader.read(Arrays.copyOfRange(body, from, reader.at())));
				reader.skipBlanks();
				reader.expect(',');
			}
		}
		catch (PlainException ex) {
			return elements;
		}
	}

	/**
	 * Return the answer with no elements and, behind them, what is missing of it.
	 * @param id the id of the call as it is written
	 * @param first whether the request was one of version 1.0
	 * @return {@code null} if what stands before the elements is no JSON
	 */
	byte @Nullable [] completed(String id, boolean first) {
		try {
			PlainValue.Members members = (PlainValue.Members) PlainReader.read(joined("]}"));
			String end = "]" + (members.has("id") ? "" : ",\"id\":" + id);
			if (first) {
				return joined(end + (members.has("error") ? "" : ",\"error\":null") + "}");
			}
			return joined(end + (members.has("jsonrpc") ? "" : ",\"jsonrpc\":\"2.0\"") + "}");
		}
		catch (PlainException ex) {
			return null;
		}
	}

	private byte[] joined(String end) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.writeBytes(this.head);
		joined.writeBytes(end.getBytes(StandardCharsets.UTF_8));
		return joined.toByteArray();
	}

}
