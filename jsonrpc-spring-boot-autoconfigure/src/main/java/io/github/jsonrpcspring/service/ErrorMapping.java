package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.util.Arrays;

import io.github.jsonrpcspring.client.JsonRpcErrorException;

/**
 * The exception of one code or one range of codes.
 *
 * @param from the lowest code
 * @param to the highest code
 * @param exception how the exception is made
 */
record ErrorMapping(long from, long to, MappedExceptionFactory exception) {

	boolean isRange() {
		return this.from != this.to;
	}

	boolean matches(JsonRpcErrorException error) {
		return error.hasCode() && this.from <= error.code() && error.code() <= this.to;
	}

	boolean overlaps(ErrorMapping other) {
		return isRange() == other.isRange() && this.from <= other.to && other.from <= this.to;
	}

	/**
	 * Return whether a method may throw the exception.
	 */
	boolean isAllowedIn(Method method) {
		return !this.exception.isChecked() || Arrays.stream(method.getExceptionTypes())
			.anyMatch((declared) -> declared.isAssignableFrom(this.exception.type()));
	}

	String codes() {
		return isRange() ? this.from + " to " + this.to : String.valueOf(this.from);
	}

}
