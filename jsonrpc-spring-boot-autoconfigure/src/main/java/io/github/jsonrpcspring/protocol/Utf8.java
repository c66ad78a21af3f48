package io.github.jsonrpcspring.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells whether bytes are well-formed UTF-8, which Jackson does not: it reads overlong
 * forms, halves of surrogate pairs and what lies beyond U+10FFFF as other characters.
 */
final class Utf8 {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long NO_ASCII = 0x8080808080808080L;

	private final byte[] bytes;

	private Utf8(byte[] bytes) {
		this.bytes = bytes;
	}

	static boolean isWellFormed(byte[] bytes) {
		Utf8 utf8 = new Utf8(bytes);
		for (int at = utf8.endOfAscii(0); at < bytes.length; at = utf8.endOfAscii(at)) {
			int length = utf8.length(at);
			if (length == 0) {
				return false;
			}
			at += length;
		}
		return true;
	}

	/**
	 * Return where the next character begins that is not ASCII. Most answers have none,
	 * so eight bytes are looked at together.
	 */
	private int endOfAscii(int start) {
		int at = start;
		int last = this.bytes.length - Long.BYTES;
		while (at <= last && ((long) LONGS.get(this.bytes, at) & NO_ASCII) == 0) {
			at += Long.BYTES;
		}
		while (at < this.bytes.length && this.bytes[at] >= 0) {
			at++;
		}
		return at;
	}

	/**
	 * Return the number of bytes of the character that begins here, 0 for none.
	 */
	private int length(int at) {
		int first = this.bytes[at] & 0xFF;
		if (first >= 0xC2 && first <= 0xDF) {
			return isNext(at + 1, 0x80, 0xBF) ? 2 : 0;
		}
		if (first >= 0xE0 && first <= 0xEF) {
			int lowest = (first == 0xE0) ? 0xA0 : 0x80;
			int highest = (first == 0xED) ? 0x9F : 0xBF;
			return isNext(at + 1, lowest, highest) && isNext(at + 2, 0x80, 0xBF) ? 3 : 0;
		}
		if (first >= 0xF0 && first <= 0xF4) {
			int lowest = (first == 0xF0) ? 0x90 : 0x80;
			int highest = (first == 0xF4) ? 0x8F : 0xBF;
			return isNext(at + 1, lowest, highest) && isNext(at + 2, 0x80, 0xBF) && isNext(at + 3, 0x80, 0xBF) ? 4 : 0;
		}
		return 0;
	}

	private boolean isNext(int at, int lowest, int highest) {
		return at < this.bytes.length && (this.bytes[at] & 0xFF) >= lowest && (this.bytes[at] & 0xFF) <= highest;
	}

}
