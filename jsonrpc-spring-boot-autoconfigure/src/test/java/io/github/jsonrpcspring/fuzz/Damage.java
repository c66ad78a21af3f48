package io.github.jsonrpcspring.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Changes messages byte by byte.
 */
final class Damage {

	private static final String[] FRAGMENTS = { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null",
			"true", "1e999999999", "1e99999999999", "-", ".", "0", "9".repeat(1001), "NaN", "\"id\":", "\"result\":1,",
			"\"error\":{},", "\"jsonrpc\":2,", "/*", "//", "#", "'", "\u0000", "\uFEFF", "é", "😀", " ", "\n",
			"[".repeat(600), "{}", ",{}", "\u00a0", "\u0660" };

	/** No UTF-8: overlong, half of a surrogate pair, too large, cut. */
	static final byte[][] NO_UTF8 = { { (byte) 0xC0, (byte) 0x80 }, { (byte) 0xC1, (byte) 0xA1 },
			{ (byte) 0xE0, (byte) 0x80, (byte) 0xA2 }, { (byte) 0xED, (byte) 0xA0, (byte) 0x80 },
			{ (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80 }, { (byte) 0xF8, (byte) 0x88 },
			{ (byte) 0xE2, (byte) 0x82 }, { (byte) 0xFF }, { (byte) 0x80 } };

	private final Random random;

	Damage(Random random) {
		this.random = random;
	}

	byte[] damage(byte[] message) {
		byte[] bytes = message;
		int times = 1 + this.random.nextInt(3);
		for (int i = 0; i < times; i++) {
			bytes = once(bytes);
		}
		return bytes;
	}

	private byte[] once(byte[] bytes) {
		int at = this.random.nextInt(bytes.length + 1);
		int next = Math.min(bytes.length, at + 1);
		int to = Math.min(bytes.length, at + this.random.nextInt(10));
		return switch (this.random.nextInt(9)) {
			case 0 -> splice(bytes, at, at, anyByte());
			case 1 -> splice(bytes, at, next, anyByte());
			case 2 -> splice(bytes, at, to, new byte[0]);
			case 3 -> splice(bytes, at, to,
					FRAGMENTS[this.random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8));
			case 4 -> Arrays.copyOf(bytes, at);
			case 5 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
			case 6 -> splice(bytes, bytes.length, bytes.length, Arrays.copyOf(bytes, at));
			case 7 -> splice(bytes, at, at, NO_UTF8[this.random.nextInt(NO_UTF8.length)]);
			default -> splice(bytes, at, next, FRAGMENTS[this.random.nextInt(7)].getBytes(StandardCharsets.UTF_8));
		};
	}

	private byte[] anyByte() {
		return new byte[] { (byte) this.random.nextInt(256) };
	}

	static byte[] splice(byte[] bytes, int from, int to, byte[] replacement) {
		byte[] result = new byte[bytes.length - (to - from) + replacement.length];
		System.arraycopy(bytes, 0, result, 0, from);
		System.arraycopy(replacement, 0, result, from, replacement.length);
		System.arraycopy(bytes, to, result, from + replacement.length, bytes.length - to);
		return result;
	}

}
