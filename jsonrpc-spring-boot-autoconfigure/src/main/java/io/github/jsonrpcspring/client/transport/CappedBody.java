package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Collects the buffers of one body up to a number of bytes, and releases them.
 */
final class CappedBody {

	private static final byte[] NONE = {};

	private static final int MAX_ARRAY_SIZE = Integer.MAX_VALUE - 8;

	private final int cap;

	private final boolean keep;

	private byte[] bytes = NONE;

	private int size;

	private boolean exceeded;

	CappedBody(long cap, boolean keep) {
		this.cap = (int) Math.min(cap, MAX_ARRAY_SIZE);
		this.keep = keep;
	}

	void add(DataBuffer buffer) {
		try {
			int readable = buffer.readableByteCount();
			int taken = Math.min(readable, this.cap - this.size);
			if (this.keep && taken > 0) {
				makeRoom(this.size + taken);
				buffer.read(this.bytes, this.size, taken);
			}
			this.size += taken;
			this.exceeded = taken < readable;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	/**
	 * Read a stream to its end, or until it exceeds the cap.
	 * @param expected how many bytes there may be
	 * @return whether the end was reached
	 */
	boolean readAll(InputStream input, int expected) throws IOException {
		makeRoom(Math.min(expected, this.cap));
		while (true) {
			int start = this.keep ? this.size : 0;
			int room = Math.min(this.bytes.length - start, this.cap - this.size);
			if (room > 0) {
				int count = input.read(this.bytes, start, room);
				if (count < 0) {
					return true;
				}
				this.size += count;
			}
			else {
				int next = input.read();
				if (next < 0) {
					return true;
				}
				if (this.size == this.cap) {
					this.exceeded = true;
					return false;
				}
				makeRoom(this.size + 1);
				this.bytes[this.size++] = (byte) next;
			}
		}
	}

	private void makeRoom(int needed) {
		if (needed > this.bytes.length) {
			long doubled = Math.min(this.bytes.length * 2L, this.cap);
			this.bytes = Arrays.copyOf(this.bytes, (int) Math.max(needed, doubled));
		}
	}

	boolean isExceeded() {
		return this.exceeded;
	}

	byte[] toByteArray() {
		if (!this.keep) {
			return NONE;
		}
		return (this.size == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.size);
	}

}
