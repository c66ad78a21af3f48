package io.github.jsonrpcspring.integration;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInternalErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidParamsException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a call is expected to end with.
 */
sealed interface Outcome {

	static Outcome result(Object value) {
		return new Success(value);
	}

	static Outcome error(long code, String message, String data) {
		return new Failure(code, message, data);
	}

	/**
	 * A result.
	 *
	 * @param value the value, which may be null
	 */
	record Success(Object value) implements Outcome {

	}

	/**
	 * An error of the server.
	 *
	 * @param code the code, {@code null} for none
	 * @param message the message
	 * @param data the data as JSON, {@code null} for none
	 */
	record Failure(Long code, String message, String data) implements Outcome {

		void check(JsonRpcErrorException ex) {
			assertThat(ex).isExactlyInstanceOf(type());
			assertThat(ex.hasCode()).isEqualTo(this.code != null);
			assertThat(ex.code()).isEqualTo((this.code != null) ? this.code : 0);
			assertThat(ex.errorMessage()).isEqualTo(this.message);
			assertThat((ex.data() != null) ? ex.data().toString() : null).isEqualTo(this.data);
		}

		private Class<? extends JsonRpcErrorException> type() {
			if (this.code == null) {
				return JsonRpcErrorException.class;
			}
			return switch (this.code.intValue()) {
				case -32601 -> JsonRpcMethodNotFoundException.class;
				case -32602 -> JsonRpcInvalidParamsException.class;
				case -32603 -> JsonRpcInternalErrorException.class;
				case -32001 -> JsonRpcServerErrorException.class;
				default -> JsonRpcErrorException.class;
			};
		}

	}

}
