package io.github.jsonrpcspring.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import reactor.core.publisher.Mono;

/**
 * Error mappings to exceptions that cannot be made from an error.
 */
@SuppressWarnings({ "serial", "UnusedMethod" })
final class InvalidMappedExceptions {

	private static final String NOT_ALONE = "A mapping to an exception class that is abstract or an inner class";

	private static final String NO_CONSTRUCTOR = "A mapping to an exception without a constructor that an error can "
			+ "fill";

	private InvalidMappedExceptions() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(notAlone(MapsToAbstract.class, AbstractException.class, "abstract"),
				notAlone(MapsToInner.class, Outer.InnerException.class, "an inner class"),
				noConstructor(MapsToPrivate.class, PrivateException.class),
				noConstructor(MapsToTwoTexts.class, TwoTextsException.class),
				noConstructor(MapsToFlag.class, FlagException.class),
				noConstructor(MapsToOtherCause.class, UncheckedIOException.class),
				noConstructor(MapsToNarrow.class, NarrowException.class),
				noConstructor(MapsToError.class, ErrorException.class),
				noConstructor(MapsToDeferred.class, DeferredException.class),
				Mistake.of("A mapping to an exception with two constructors that fit equally well", MapsToTwins.class,
						"method call() maps an error to " + TwinException.class.getName()
								+ ", which has two constructors that fit: " + TwinException.class.getName()
								+ "(java.lang.String,int) and " + TwinException.class.getName()
								+ "(java.lang.String,long)",
						"Leave one of them, or add one that takes more of the error."));
	}

	private static Mistake notAlone(Class<?> type, Class<?> exception, String reason) {
		return Mistake.of(NOT_ALONE, type,
				"method call() maps an error to " + exception.getName() + ", which is " + reason,
				"Map to a class that can be created on its own.");
	}

	private static Mistake noConstructor(Class<?> type, Class<?> exception) {
		return Mistake.of(NO_CONSTRUCTOR, type,
				"method call() maps an error to " + exception.getName()
						+ ", which has no constructor that an error can fill",
				"Give it one with any of: a String for the message, a long for the code (or an int if each code fits), "
						+ "a Throwable for the cause, and one other type for the data.");
	}

	interface MapsToAbstract {

		@JsonRpcErrorMapping(code = 1, exception = AbstractException.class)
		void call();

	}

	interface MapsToInner {

		@JsonRpcErrorMapping(code = 1, exception = Outer.InnerException.class)
		void call();

	}

	interface MapsToPrivate {

		@JsonRpcErrorMapping(code = 1, exception = PrivateException.class)
		void call();

	}

	interface MapsToTwoTexts {

		@JsonRpcErrorMapping(code = 1, exception = TwoTextsException.class)
		void call();

	}

	interface MapsToFlag {

		@JsonRpcErrorMapping(code = 1, exception = FlagException.class)
		void call();

	}

	interface MapsToOtherCause {

		@JsonRpcErrorMapping(code = 1, exception = UncheckedIOException.class)
		void call();

	}

	interface MapsToNarrow {

		@JsonRpcErrorMapping(from = 0, to = 3_000_000_000L, exception = NarrowException.class)
		void call();

	}

	interface MapsToError {

		@JsonRpcErrorMapping(code = 1, exception = ErrorException.class)
		void call();

	}

	interface MapsToDeferred {

		@JsonRpcErrorMapping(code = 1, exception = DeferredException.class)
		void call();

	}

	interface MapsToTwins {

		@JsonRpcErrorMapping(code = 1, exception = TwinException.class)
		void call();

	}

	abstract static class AbstractException extends RuntimeException {

	}

	static class Outer {

		class InnerException extends RuntimeException {

			@Override
			public String getMessage() {
				return Outer.this.toString();
			}

		}

	}

	static final class PrivateException extends RuntimeException {

		private PrivateException(String message) {
			super(message);
		}

	}

	static final class TwoTextsException extends RuntimeException {

		TwoTextsException(String message, String other) {
			super(message + other);
		}

	}

	static final class FlagException extends RuntimeException {

		FlagException(String message, boolean flag) {
			super(message + flag);
		}

	}

	static final class NarrowException extends RuntimeException {

		NarrowException(int code) {
			super("code " + code);
		}

	}

	static final class ErrorException extends RuntimeException {

		ErrorException(JsonRpcError error) {
			super(error.message());
		}

	}

	static final class DeferredException extends RuntimeException {

		DeferredException(String message, Mono<String> data) {
			super(message + data, new IOException());
		}

	}

	static final class TwinException extends RuntimeException {

		TwinException(String message, int code) {
			super(message + code);
		}

		TwinException(String message, long code) {
			super(message + code);
		}

	}

}
