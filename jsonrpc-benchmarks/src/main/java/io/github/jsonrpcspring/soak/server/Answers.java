package io.github.jsonrpcspring.soak.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.soak.fault.Faults;

/**
 * Writes the bodies of answers.
 */
final class Answers {

	private static final int ORDER = 11;

	private static final int SECOND_KIND = 12;

	private static final int LENGTH = 13;

	private static final int LONGEST = 300;

	private static final long UNUSED = 1L << 51;

	private final Faults faults;

	private final LiveCalls live;

	Answers(Faults faults, LiveCalls live) {
		this.faults = faults;
		this.live = live;
	}

	/**
	 * Return the answer to a message that has no fault as a whole.
	 */
	byte[] answer(Message message) {
		if (!message.batch()) {
			return bytes(answer(message, message.first()));
		}
		List<Call> calls = new ArrayList<>(message.calls());
		List<String> answers = new ArrayList<>();
		while (!calls.isEmpty()) {
			Call next = calls.remove(this.faults.draw(calls.get(0).nonce(), ORDER, calls.size()));
			answers.add(answer(message, next));
		}
		return bytes("[" + String.join(",", answers) + "]");
	}

	private String answer(Message message, Call call) {
		return switch (this.faults.ofCall(call.nonce())) {
			case RPC_ERROR -> error(Long.toString(call.id()), call.nonce());
			case UNKNOWN_ID -> success(UNUSED + call.id(), call.nonce());
			case OTHER_CALLER -> ofAnother(message, call);
			case TWO_RESULTS -> "{\"jsonrpc\":\"2.0\",\"result\":" + result(call.nonce()) + ",\"result\":"
					+ result(call.nonce() + 1) + ",\"id\":" + call.id() + "}";
			default -> success(call.id(), call.nonce());
		};
	}

	/**
	 * Return the answer that another caller waits for, good or an error.
	 */
	byte[] ofAnother(Message message) {
		String answer = ofAnother(message, message.first());
		boolean array = this.faults.draw(message.first().nonce(), SECOND_KIND + 10, 3) == 0;
		return bytes(array ? "[" + answer + "]" : answer);
	}

	private String ofAnother(Message message, Call call) {
		Call other = this.live.other(message);
		boolean error = this.faults.draw(call.nonce(), SECOND_KIND, 2) == 0;
		return error ? error(Long.toString(other.id()), other.nonce()) : success(other.id(), other.nonce());
	}

	/**
	 * Return the one error for a message.
	 */
	byte[] error(Message message) {
		String id = message.batch() ? "null" : Long.toString(message.first().id());
		return bytes(error(id, message.first().nonce()));
	}

	/**
	 * Return a good answer that is larger than the client takes.
	 */
	byte[] large(Message message, int size) {
		return bytes("{\"jsonrpc\":\"2.0\",\"result\":{\"nonce\":" + message.first().nonce() + ",\"text\":\""
				+ "x".repeat(size) + "\"},\"id\":" + message.first().id() + "}");
	}

	private String success(long id, long nonce) {
		return "{\"jsonrpc\":\"2.0\",\"result\":" + result(nonce) + ",\"id\":" + id + "}";
	}

	private String result(long nonce) {
		return "{\"nonce\":" + nonce + ",\"text\":\"" + "x".repeat(this.faults.draw(nonce, LENGTH, LONGEST)) + "\"}";
	}

	private static String error(String id, long nonce) {
		return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32050,\"message\":\"drawn\",\"data\":{\"nonce\":" + nonce
				+ "}},\"id\":" + id + "}";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
