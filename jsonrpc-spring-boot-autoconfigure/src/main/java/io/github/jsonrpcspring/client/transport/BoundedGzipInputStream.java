package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Decodes gzip, but not any number of empty members in a row: the JDK descends a level
 * for each.
 */
final class BoundedGzipInputStream extends GZIPInputStream {

	private static final int MOST_EMPTY_MEMBERS = 100;

	private int depth;

	BoundedGzipInputStream(InputStream input, int size) throws IOException {
		super(input, size);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (this.depth > MOST_EMPTY_MEMBERS) {
			throw new ZipException("More than " + MOST_EMPTY_MEMBERS + " empty gzip members in a row");
		}
		this.depth++;
		try {
			return super.read(buffer, offset, length);
		}
		finally {
			this.depth--;
		}
	}

}
