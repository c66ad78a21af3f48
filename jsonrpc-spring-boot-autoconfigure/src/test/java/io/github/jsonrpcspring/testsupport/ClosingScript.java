package io.github.jsonrpcspring.testsupport;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Answers one request of each connection and then closes it, and knows how long that
 * took.
 * <p>
 * Clients wait 50 ms for a server to close. What they do is no matter of chance if it
 * closes within that time, and cannot be told if the machine lets it be slower.
 */
public final class ClosingScript implements RawHttpServer.Script {

	private static final Duration SLOW = Duration.ofMillis(40);

	private static final int MOST_ATTEMPTS = 20;

	private final Function<RawRequest, String> answer;

	private final Map<RawConnection, Long> closing = new HashMap<>();

	private long longest;

	private ClosingScript(Function<RawRequest, String> answer) {
		this.answer = answer;
	}

	/**
	 * Run a test, and run it again if it fails with a server that was slow.
	 * @param answer makes the text of an answer
	 * @param test starts a server with the script and asserts what clients do
	 */
	public static void run(Function<RawRequest, String> answer, Consumer<ClosingScript> test) {
		for (int attempt = 1;; attempt++) {
			ClosingScript script = new ClosingScript(answer);
			try {
				test.accept(script);
				return;
			}
			catch (AssertionError | RuntimeException ex) {
				if (!script.wasSlow() || attempt == MOST_ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	@Override
	public void serve(RawConnection connection) throws IOException, InterruptedException {
		RawRequest request = connection.read();
		if (request != null) {
			String text = this.answer.apply(request);
			begin(connection);
			connection.write(text);
		}
		connection.close();
		end(connection);
	}

	private synchronized void begin(RawConnection connection) {
		this.closing.put(connection, System.nanoTime());
	}

	private synchronized void end(RawConnection connection) {
		Long begun = this.closing.remove(connection);
		if (begun != null) {
			this.longest = Math.max(this.longest, System.nanoTime() - begun);
		}
	}

	/**
	 * Return whether an answer and the closing that follows it took long, or do so now.
	 */
	private synchronized boolean wasSlow() {
		long now = System.nanoTime();
		Collection<Long> begun = this.closing.values();
		return LongStream.concat(LongStream.of(this.longest), begun.stream().mapToLong((time) -> now - time))
			.anyMatch((time) -> time > SLOW.toNanos());
	}

}
