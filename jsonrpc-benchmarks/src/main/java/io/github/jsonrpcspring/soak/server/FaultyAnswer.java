package io.github.jsonrpcspring.soak.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.soak.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of one connection with the fault that was drawn.
 */
final class FaultyAnswer {

	/** Far beyond the deadline of the clients. */
	private static final int LONG_MILLIS = 5000;

	private static final int TRICKLE_MILLIS = 50;

	private static final int LARGE = 64 * 1024;

	private static final int DELAY = 21;

	private static final int LONGEST_DELAY_MICROS = 4000;

	private final Endpoint endpoint;

	private final Answers answers;

	private final Wire wire;

	private byte @Nullable [] beforeNext;

	private boolean struck;

	FaultyAnswer(Endpoint endpoint, Wire wire) {
		this.endpoint = endpoint;
		this.answers = new Answers(endpoint.faults(), endpoint.live());
		this.wire = wire;
	}

	/**
	 * Return whether earlier faults may strike the next message.
	 */
	boolean isStruck() {
		return this.struck;
	}

	/**
	 * Answer a message.
	 * @return whether the connection is still good
	 */
	boolean write(Message message, Fault fault) throws IOException {
		if (this.beforeNext != null) {
			this.wire.write(this.beforeNext);
			this.beforeNext = null;
		}
		if (fault.strikesNeighbour()) {
			this.struck = true;
			this.endpoint.struck();
		}
		byte[] body = this.answers.answer(message);
		switch (fault) {
			case CHUNKED -> this.wire.write(Wire.chunked(body));
			case SEGMENTED -> this.wire.write(Wire.segments(Wire.ok(body)));
			case HTTP_ERROR -> this.wire.write(Wire.http("500 Internal Server Error", "text/html",
					Wire.ascii("<html><body>Nothing works</body></html>"), 39));
			case HTTP_AND_RPC_ERROR -> {
				byte[] error = this.answers.error(message);
				this.wire.write(Wire.http("503 Service Unavailable", "application/json", error, error.length));
			}
			case NO_JSON -> this.wire.write(Wire.ok(Wire.ascii("{\"jsonrpc\":\"2.0\",\"result\":")));
			case NO_BODY -> this.wire.write(Wire.ok(new byte[0]));
			case TOO_LARGE -> this.wire.write(Wire.ok(this.answers.large(message, LARGE)));
			case SECOND_ANSWER, SECOND_ANSWER_LATER, SECOND_ANSWER_NEXT -> writeTwo(message, fault, body);
			case NEVER, TRICKLE, LATE -> {
				return writeSlowly(fault, body);
			}
			case RESET, CLOSE, NO_HTTP, CUT_BODY, LONG_LENGTH, SILENT_CLOSE -> {
				return writeLast(fault, body);
			}
			default -> this.wire.write(Wire.ok(body));
		}
		return true;
	}

	private boolean writeLast(Fault fault, byte[] body) throws IOException {
		switch (fault) {
			case RESET -> this.wire.resetOnClose();
			case NO_HTTP -> this.wire.write(Wire.ascii("What do you mean?\r\n\r\n"));
			case CUT_BODY -> this.wire
				.write(Wire.http("200 OK", "application/json", Arrays.copyOf(body, body.length / 2), body.length));
			case LONG_LENGTH -> this.wire.write(Wire.http("200 OK", "application/json", body, body.length + 10));
			case SILENT_CLOSE -> this.wire.write(Wire.ok(body));
			default -> {
			}
		}
		return false;
	}

	private boolean writeSlowly(Fault fault, byte[] body) throws IOException {
		if (fault == Fault.TRICKLE) {
			this.wire.write(Wire.http("200 OK", "application/json", new byte[0], LONG_MILLIS));
			for (int i = 0; i < LONG_MILLIS / TRICKLE_MILLIS && !this.wire.awaitEnd(TRICKLE_MILLIS); i++) {
				this.wire.write(Wire.ascii(" "));
			}
			return false;
		}
		this.wire.awaitEnd(LONG_MILLIS);
		if (fault == Fault.LATE) {
			this.wire.write(Wire.ok(body));
		}
		return false;
	}

	private void writeTwo(Message message, Fault fault, byte[] body) throws IOException {
		byte[] second = Wire.ok(this.answers.ofAnother(message));
		switch (fault) {
			case SECOND_ANSWER -> this.wire.write(Wire.ok(body), second);
			case SECOND_ANSWER_LATER -> {
				this.wire.write(Wire.ok(body));
				int delay = this.endpoint.faults().draw(message.first().nonce(), DELAY, LONGEST_DELAY_MICROS);
				this.endpoint.later(() -> this.wire.writeQuietly(second), delay, TimeUnit.MICROSECONDS);
			}
			default -> {
				this.wire.write(Wire.ok(body));
				this.beforeNext = second;
			}
		}
	}

}
