package io.github.jsonrpcspring.soak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.soak.fault.Faults;

/**
 * One port: accepts connections and counts what comes.
 */
final class Endpoint {

	private static final int BACKLOG = 1024;

	private static final int PATIENCE_MILLIS = 10_000;

	private final ServerSocket server;

	private final Faults faults;

	private final Received received;

	private final LiveCalls live = new LiveCalls();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger accepted = new AtomicInteger();

	private final AtomicInteger struck = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Thread acceptor = new Thread(this::accept, "acceptor");

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	Endpoint(int port, Faults faults, Received received) throws IOException {
		this.server = (port != 0) ? listen(port) : listen();
		this.faults = faults;
		this.received = received;
	}

	private static ServerSocket listen(int port) throws IOException {
		return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
	}

	/**
	 * Listen on a port that connections to it do not begin at: where nobody listens, as
	 * after a restart, one might connect to itself.
	 */
	private static ServerSocket listen() {
		Random random = new Random();
		while (true) {
			try {
				return listen(20_000 + random.nextInt(12_000));
			}
			catch (IOException ex) {
				// Not free
			}
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	void start() {
		this.acceptor.start();
	}

	private void accept() {
		try {
			while (true) {
				accept(this.server.accept());
			}
		}
		catch (IOException ex) {
			if (!this.server.isClosed()) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void accept(Socket socket) throws IOException {
		this.accepted.incrementAndGet();
		this.open.add(socket);
		if (this.server.isClosed()) {
			socket.close();
			return;
		}
		socket.setTcpNoDelay(true);
		this.threads.execute(new ServedConnection(socket, this));
	}

	/**
	 * End all connections, and wait until nothing more is received.
	 */
	void stop() throws IOException, InterruptedException {
		this.server.close();
		this.acceptor.join();
		for (Socket socket : this.open) {
			socket.close();
		}
		this.threads.shutdown();
		if (!this.threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
			throw new IllegalStateException("Connections do not end");
		}
	}

	/**
	 * Note a message.
	 * @param struck whether an earlier fault of the connection may strike it
	 */
	void received(Message message, boolean struck) {
		this.live.begin(message);
		for (Call call : message.calls()) {
			int index = this.faults.index(call.nonce());
			this.received.all().add(index);
			if (struck) {
				this.received.struck().add(index);
			}
		}
	}

	void closed(Socket socket) {
		this.open.remove(socket);
	}

	/**
	 * Note that the next request on a connection may suffer.
	 */
	void struck() {
		this.struck.incrementAndGet();
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	void later(Runnable task, int delay, TimeUnit unit) {
		this.timer.schedule(task, delay, unit);
	}

	Faults faults() {
		return this.faults;
	}

	LiveCalls live() {
		return this.live;
	}

	Figures figures() {
		return new Figures(this.open.size(), this.accepted.get(), this.struck.get());
	}

}
