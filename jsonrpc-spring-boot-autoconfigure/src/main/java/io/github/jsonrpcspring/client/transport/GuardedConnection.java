package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Apache HttpComponents that is looked at before it is used again.
 */
final class GuardedConnection extends DefaultManagedHttpClientConnection {

	static final Duration SETTLING_TIME = Duration.ofMillis(50);

	/** After how long without use a connection may have been closed by any server. */
	private static final Duration LONG_IDLE = Duration.ofMillis(500);

	private static final Http1Config CONFIG = Http1Config.custom()
		.setMaxLineLength(8 * 1024)
		.setMaxHeaderCount(200)
		.setMaxEmptyLineCount(1)
		.build();

	private static final AtomicLong COUNTER = new AtomicLong();

	private final ServerHabits habits;

	private final Parser parser;

	private int answers;

	private long answeredAt;

	private @Nullable Object user;

	private GuardedConnection(ServerHabits habits, Parser parser) {
		super("jsonrpc-" + COUNTER.incrementAndGet(), null, null, CONFIG, null, null, null, null, (config) -> parser);
		this.habits = habits;
		this.parser = parser;
	}

	static GuardedConnection create(ServerHabits habits, @Nullable Socket socket) throws IOException {
		GuardedConnection connection = new GuardedConnection(habits, new Parser());
		if (socket != null) {
			connection.bind(socket);
		}
		return connection;
	}

	/**
	 * Begin anew with TLS: what a proxy answered before does not count, and tickets of
	 * the server may have come behind the handshake.
	 */
	@Override
	public void bind(SSLSocket tls, Socket socket) throws IOException {
		this.answers = 0;
		super.bind(tls, socket);
	}

	@Override
	public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
		Object user = new Object();
		if (!use(user) || (this.answers > 0 && !isStillUsable())) {
			close(CloseMode.IMMEDIATE);
			throw new NothingWrittenException();
		}
		BlockingCall.onDrop(() -> drop(user));
		super.sendRequestHeader(request);
	}

	private synchronized boolean use(Object user) {
		this.user = user;
		return isOpen();
	}

	/**
	 * Close the socket, unless another request uses it; its pool finds out when it is
	 * about to use it again, and would connect again what it finds closed itself.
	 */
	private synchronized void drop(Object user) {
		Socket socket = getSocket();
		if (this.user == user && socket != null) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				// Closed in any case
			}
		}
	}

	private boolean isStillUsable() {
		try {
			return isUsable();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean isUsable() throws IOException {
		SocketAddress server = server();
		if (hasUnreadBytes() || this.habits.closesSilently(server)) {
			return false;
		}
		long idle = System.nanoTime() - this.answeredAt;
		if (this.habits.keepsOpen(server)) {
			return idle < LONG_IDLE.toNanos() || !(isStale() || this.parser.hasBytes());
		}
		long left = SETTLING_TIME.toNanos() - idle;
		if (isDataAvailable(Timeout.ofMilliseconds(Math.max(1, Duration.ofNanos(left).toMillis())))) {
			return false;
		}
		if (isStale()) {
			this.habits.closedSilently(server);
			return false;
		}
		return true;
	}

	/**
	 * Return whether anything has come that was not asked for: read already, or still at
	 * the socket. Over TLS it may be there before any of it can be read.
	 */
	private boolean hasUnreadBytes() throws IOException {
		SocketHolder sockets = ensureOpen();
		@Nullable SSLSocket tls = sockets.getSSLSocket();
		return this.parser.hasBytes() || sockets.getBaseSocket().getInputStream().available() > 0
				|| (tls != null && tls.getInputStream().available() > 0);
	}

	private SocketAddress server() throws ConnectionClosedException {
		SocketAddress server = getRemoteAddress();
		if (server == null) {
			throw new ConnectionClosedException();
		}
		return server;
	}

	@Override
	public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
		ClassicHttpResponse response = super.receiveResponseHeader();
		if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
			throw new ProtocolException("The server switched protocols");
		}
		if (response.getCode() >= HttpStatus.SC_SUCCESS) {
			this.answers++;
			this.answeredAt = System.nanoTime();
			if (this.answers == 2) {
				this.habits.keptOpen(server());
			}
		}
		return response;
	}

	private static final class Parser implements HttpMessageParser<ClassicHttpResponse> {

		private final HttpMessageParser<ClassicHttpResponse> parser = new DefaultHttpResponseParser(CONFIG);

		private @Nullable SessionInputBuffer buffer;

		@Override
		public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input)
				throws IOException, HttpException {
			this.buffer = buffer;
			return this.parser.parse(buffer, input);
		}

		boolean hasBytes() {
			return this.buffer != null && this.buffer.length() > 0;
		}

	}

}
