package io.github.jsonrpcspring.protocol;

import java.util.Arrays;

/**
 * Bytes that grow.
 */
final class ByteSink {

	private byte[] bytes = new byte[256];

	private int size;

	void add(byte[] source, int from, int to) {
		int needed = Math.addExact(this.size, to - from);
		if (needed > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes,
					(int) Math.max(needed, Math.min(needed * 2L, Integer.MAX_VALUE - 8)));
		}
		System.arraycopy(source, from, this.bytes, this.size, to - from);
		this.size = needed;
	}

	void add(byte[] source) {
		add(source, 0, source.length);
	}

	void add(char ascii) {
		add(new byte[] { (byte) ascii });
	}

	int size() {
		return this.size;
	}

	boolean isBlank() {
		for (int i = 0; i < this.size; i++) {
			if (this.bytes[i] > ' ' || this.bytes[i] < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return a copy of the bytes, and forget them.
	 */
	byte[] take(byte[] before, byte[] after) {
		byte[] taken = new byte[before.length + this.size + after.length];
		System.arraycopy(before, 0, taken, 0, before.length);
		System.arraycopy(this.bytes, 0, taken, before.length, this.size);
		System.arraycopy(after, 0, taken, before.length + this.size, after.length);
		this.size = 0;
		return taken;
	}

	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

}
