package io.github.jsonrpcspring.service;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.service.MappedExceptionTests.Cat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An exception that knows what its constructor was given.
 */
@SuppressWarnings("serial")
class Failure extends RuntimeException {

	final @Nullable Object[] taken;

	Failure(@Nullable String message, @Nullable Throwable cause, @Nullable Object... taken) {
		super(message, cause);
		this.taken = taken;
	}

	Failure(@Nullable String message, @Nullable Object[] taken) {
		super(message);
		this.taken = taken;
	}

	static final class Nothing extends Failure {

		Nothing() {
			super(null, new Object[0]);
		}

	}

	static final class Message extends Failure {

		Message(String message) {
			super(message, new @Nullable Object[] { message });
		}

	}

	static final class MessageAndCause extends Failure {

		MessageAndCause(String message, Throwable cause) {
			super(message, cause, message, describe(cause));
		}

	}

	static final class MessageAndCode extends Failure {

		MessageAndCode(String message, long code) {
			super(message, new @Nullable Object[] { message, code });
		}

	}

	static final class IntCodeAndData extends Failure {

		IntCodeAndData(String message, Integer code, @Nullable Cat data) {
			super(message, new @Nullable Object[] { message, code, data });
		}

	}

	static final class Original extends Failure {

		Original(JsonRpcErrorException error) {
			super(null, error, describe(error));
		}

	}

	static final class AnyOrder extends Failure {

		AnyOrder(RuntimeException cause, Long code, @Nullable Cat data, String message) {
			super(message, cause, describe(cause), code, data, message);
		}

	}

	static final class Several extends Failure {

		Several(String message) {
			super(message, new @Nullable Object[] { message });
		}

		Several(String message, @Nullable Cat data) {
			super(message, new @Nullable Object[] { message, data });
		}

		Several(String message, long code) {
			super(message, new @Nullable Object[] { message, code });
		}

	}

	static final class ListData extends Failure {

		ListData(@Nullable List<Cat> data) {
			super(null, new @Nullable Object[] { data });
		}

	}

	static final class TreeData extends Failure {

		TreeData(@Nullable JsonNode data) {
			super(null, new @Nullable Object[] { String.valueOf(data) });
		}

	}

	static final class Throwing extends Failure {

		Throwing(String message) {
			super(message, new Object[0]);
			throw new UnsupportedOperationException("on purpose");
		}

	}

	static final class OwnCause extends Failure {

		OwnCause(String message) {
			super(message, new UnsupportedOperationException());
		}

	}

	static final class NoCause extends Failure {

		NoCause(String message) {
			super(message, (Throwable) null);
		}

	}

	private static String describe(Throwable cause) {
		return (cause instanceof JsonRpcErrorException) ? "cause" : "other";
	}

}
