package io.github.jsonrpcspring.client.hostile;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.wire.CallStyle;
import io.github.jsonrpcspring.testsupport.HttpStack;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawConnection;

/**
 * One thing that a server does to a call, and how the call has to end.
 *
 * @param name what is done
 * @param attack does it
 * @param type the type of result that is asked for
 * @param single how a single call ends, for each HTTP client
 * @param batch how the entry of a batch ends, for each HTTP client
 */
record HostileCase(String name, Attack attack, Class<?> type, Map<HttpStack, Outcome> single,
		Map<HttpStack, Outcome> batch) {

	/** A good answer. */
	static final String GOOD = "{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}";

	/**
	 * What a server does with a connection.
	 */
	@FunctionalInterface
	interface Attack {

		void run(RawConnection connection, UnaryOperator<String> body) throws IOException, InterruptedException;

	}

	/**
	 * How a call ends.
	 *
	 * @param value the result, if there is one
	 * @param failure the very type of the exception, if there is none
	 * @param words what the message of the exception says
	 * @param openConnections how many connections stay open
	 */
	record Outcome(Object value, Class<? extends JsonRpcException> failure, List<String> words, int openConnections) {

		/** End with a result; the connection is used again. */
		static Outcome value(Object value) {
			return new Outcome(value, null, List.of(), 1);
		}

		/** End with an exception; the connection is closed. */
		static Outcome failure(Class<? extends JsonRpcException> failure, String... words) {
			return new Outcome(null, failure, List.of(words), 0);
		}

		/**
		 * An answer that was read whole leaves its connection in order, but does not
		 * belong to its request: it is closed; the client of the JDK gives no hand on it.
		 */
		Outcome dropped() {
			return new Outcome(this.value, this.failure, this.words, (HttpStack.current() == HttpStack.JDK) ? 1 : 0);
		}

		Outcome kept() {
			return new Outcome(this.value, this.failure, this.words, 1);
		}

	}

	/**
	 * Do something with the connection before any request was read.
	 */
	static HostileCase atOnce(String name, Attack attack) {
		return new HostileCase(name, attack, Integer.class, Map.of(), Map.of());
	}

	/**
	 * Do something with the connection after the request was read.
	 */
	static HostileCase afterRequest(String name, Attack attack) {
		return atOnce(name, (connection, body) -> {
			if (connection.read() != null) {
				attack.run(connection, body);
			}
		});
	}

	/**
	 * Answer every request with the same text.
	 * @param answer the whole answer
	 */
	static HostileCase answer(String name, String answer) {
		return afterRequest(name, (connection, body) -> connection.write(answer));
	}

	/**
	 * Answer every request with a JSON document.
	 * @param json the answer to a single call, or the entry of a batch
	 */
	static HostileCase json(String name, String json) {
		return json(name, () -> json);
	}

	/**
	 * Answer every request with a JSON document that is too large to be kept.
	 */
	static HostileCase json(String name, Supplier<String> json) {
		return afterRequest(name, (connection, body) -> connection.write(RawAnswer.json(body.apply(json.get()))));
	}

	/**
	 * Answer every request with a head and a good document behind it.
	 * @param head the status line and the headers, with {@code %d} for the length
	 */
	static HostileCase head(String name, String head) {
		return afterRequest(name, (connection, body) -> {
			String json = body.apply(GOOD);
			connection.write(head.replace("%d", String.valueOf(json.length())) + "\r\n\r\n" + json);
		});
	}

	HostileCase type(Class<?> type) {
		return new HostileCase(this.name, this.attack, type, this.single, this.batch);
	}

	HostileCase ends(Outcome outcome) {
		HostileCase changed = this;
		for (HttpStack stack : HttpStack.values()) {
			changed = changed.on(stack, outcome);
		}
		return changed;
	}

	HostileCase on(HttpStack stack, Outcome outcome) {
		return new HostileCase(this.name, this.attack, this.type, with(this.single, stack, outcome),
				with(this.batch, stack, outcome));
	}

	HostileCase inBatch(Outcome outcome) {
		Map<HttpStack, Outcome> changed = new EnumMap<>(HttpStack.class);
		for (HttpStack stack : HttpStack.values()) {
			changed.put(stack, outcome);
		}
		return new HostileCase(this.name, this.attack, this.type, this.single, changed);
	}

	private static Map<HttpStack, Outcome> with(Map<HttpStack, Outcome> outcomes, HttpStack stack, Outcome outcome) {
		Map<HttpStack, Outcome> changed = new EnumMap<>(HttpStack.class);
		changed.putAll(outcomes);
		changed.put(stack, outcome);
		return changed;
	}

	Outcome expected(CallStyle style) {
		return (style.isBatch() ? this.batch : this.single).get(HttpStack.current());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
