package io.github.jsonrpcspring.soak.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

import io.github.jsonrpcspring.soak.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Serves one connection until either side ends it.
 */
final class ServedConnection implements Runnable {

	private final Socket socket;

	private final Endpoint endpoint;

	ServedConnection(Socket socket, Endpoint endpoint) {
		this.socket = socket;
		this.endpoint = endpoint;
	}

	@Override
	public void run() {
		try (this.socket) {
			serve(new BufferedInputStream(this.socket.getInputStream()), new Wire(this.socket));
		}
		catch (IOException ex) {
			// The client has gone, as it may
		}
		finally {
			this.endpoint.closed(this.socket);
		}
	}

	private void serve(InputStream input, Wire wire) throws IOException {
		FaultyAnswer answer = new FaultyAnswer(this.endpoint, wire);
		@Nullable Message message = Message.read(input);
		while (message != null) {
			this.endpoint.received(message, answer.isStruck());
			boolean open;
			try {
				Fault fault = this.endpoint.faults().ofMessage(message.first().nonce());
				open = answer.write(message, fault);
			}
			finally {
				this.endpoint.live().end(message);
			}
			message = open ? Message.read(input) : null;
		}
	}

}
