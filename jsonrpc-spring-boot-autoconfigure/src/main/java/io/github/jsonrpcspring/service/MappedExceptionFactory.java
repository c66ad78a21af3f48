package io.github.jsonrpcspring.service;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * Makes an exception of the application from an error.
 *
 * @param constructor the constructor
 * @param arguments what each of its parameters gets
 * @param dataType the type of the error's data, if the constructor takes it
 */
record MappedExceptionFactory(Constructor<? extends Exception> constructor, List<Argument> arguments,
		@Nullable JavaType dataType) {

	Class<? extends Exception> type() {
		return this.constructor.getDeclaringClass();
	}

	/**
	 * Return how much of an error the constructor takes.
	 */
	int rank() {
		return this.arguments.stream().mapToInt((argument) -> argument.rank).sum();
	}

	boolean isChecked() {
		return !RuntimeException.class.isAssignableFrom(type());
	}

	/**
	 * Make the exception.
	 * @return the exception, a checked one in its carrier; {@code null} if the data does
	 * not fit or the constructor fails, which is suppressed in the error
	 */
	@Nullable RuntimeException create(JsonRpcErrorException error) {
		try {
			@Nullable Object[] values = new @Nullable Object[this.arguments.size()];
			for (int i = 0; i < values.length; i++) {
				values[i] = value(this.arguments.get(i), error);
			}
			Exception exception = this.constructor.newInstance(values);
			keepCause(exception, error);
			return (exception instanceof RuntimeException unchecked) ? unchecked : new MappedException(exception);
		}
		catch (InvocationTargetException ex) {
			error.addSuppressed(ex.getTargetException());
			return null;
		}
		catch (JsonRpcResultConversionException ex) {
			error.addSuppressed(Objects.requireNonNullElse(ex.getCause(), ex));
			return null;
		}
		catch (ReflectiveOperationException ex) {
			error.addSuppressed(ex);
			return null;
		}
	}

	private @Nullable Object value(Argument argument, JsonRpcErrorException error) {
		return switch (argument) {
			case MESSAGE -> error.errorMessage().isEmpty() ? error.getMessage() : error.errorMessage();
			case LONG_CODE -> error.code();
			case INT_CODE -> Math.toIntExact(error.code());
			case CAUSE -> error;
			case DATA -> (this.dataType != null) ? error.dataAs(this.dataType) : null;
		};
	}

	private static void keepCause(Exception exception, JsonRpcErrorException error) {
		if (exception.getCause() == error) {
			return;
		}
		try {
			exception.initCause(error);
		}
		catch (IllegalStateException ex) {
			exception.addSuppressed(error);
		}
	}

	/**
	 * What a parameter of a constructor gets.
	 */
	enum Argument {

		/** The error's message. */
		MESSAGE(24),

		/** The error's code. */
		LONG_CODE(18),

		/** The error's code, which is known to fit. */
		INT_CODE(18),

		/** The exception that would be thrown otherwise. */
		CAUSE(17),

		/** The error's data. */
		DATA(20);

		private final int rank;

		Argument(int rank) {
			this.rank = rank;
		}

	}

}
