package io.github.jsonrpcspring.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of 127.0.0.1 that refuses connections, and that no other program can listen on
 * meanwhile.
 */
public final class ClosedPort implements AutoCloseable {

	private final Socket bound = new Socket();

	/**
	 * Reserve a port.
	 */
	public ClosedPort() {
		try {
			this.bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the number of the port.
	 * @return the number
	 */
	public int number() {
		return this.bound.getLocalPort();
	}

	/**
	 * Give the port back.
	 */
	@Override
	public void close() {
		try {
			this.bound.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
