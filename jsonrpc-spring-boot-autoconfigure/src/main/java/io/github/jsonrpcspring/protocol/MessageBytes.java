package io.github.jsonrpcspring.protocol;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes what a generator writes. That has a buffer of its own and writes most messages in
 * one piece, which is then copied once and not into something that grows.
 */
final class MessageBytes extends OutputStream {

	private static final int LARGEST = Integer.MAX_VALUE - 8;

	private byte[] bytes = {};

	private int size;

	@Override
	public void write(int one) {
		write(new byte[] { (byte) one }, 0, 1);
	}

	@Override
	public void write(byte[] from, int offset, int length) {
		int needed = Math.addExact(this.size, length);
		if (this.size == 0) {
			this.bytes = Arrays.copyOfRange(from, offset, offset + length);
		}
		else {
			if (needed > this.bytes.length) {
				this.bytes = Arrays.copyOf(this.bytes, Math.max(needed, (int) Math.min(2L * this.size, LARGEST)));
			}
			System.arraycopy(from, offset, this.bytes, this.size, length);
		}
		this.size = needed;
	}

	byte[] toByteArray() {
		return (this.size == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.size);
	}

}
