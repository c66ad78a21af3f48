package io.github.jsonrpcspring.fuzz;

import java.util.Objects;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What became of a call.
 *
 * @param kind the kind
 * @param value the value
 * @param error the server's error
 * @param text what to show of a failure
 */
record Outcome(Kind kind, @Nullable Object value, @Nullable JsonRpcError error, String text) {

	/**
	 * The kinds of outcomes.
	 */
	enum Kind {

		VALUE, ERROR, UNFIT, FAILURE

	}

	static Outcome of(Supplier<@Nullable Object> call) {
		try {
			return value(call.get());
		}
		catch (RuntimeException ex) {
			return failure(ex);
		}
	}

	static Outcome value(@Nullable Object value) {
		return new Outcome(Kind.VALUE, value, null, "");
	}

	static Outcome error(JsonRpcError error) {
		return new Outcome(Kind.ERROR, null, error, error.toString());
	}

	/**
	 * Return what a response says. Its result cannot be read when it exceeds a limit.
	 */
	static Outcome of(JsonRpcResponse response) {
		JsonRpcProtocolException violation = response.violation();
		JsonRpcError error = response.error();
		if (violation != null) {
			return new Outcome(Kind.FAILURE, null, null, String.valueOf(violation.getMessage()));
		}
		try {
			return (error != null) ? error(error) : value(response.result());
		}
		catch (JacksonException ex) {
			return new Outcome(Kind.UNFIT, null, null, ex.getOriginalMessage());
		}
	}

	/**
	 * Only exceptions of the one tree may come out.
	 */
	static Outcome failure(RuntimeException ex) {
		if (!(ex instanceof JsonRpcException)) {
			throw ex;
		}
		assertThat(ex.getMessage()).isNotEmpty();
		assertThat(ex.toString()).isNotEmpty();
		if (ex instanceof JsonRpcErrorException error) {
			assertThat(error.code()).isEqualTo(error.error().code());
			assertThat(error.errorMessage()).isEqualTo(error.error().message());
			assertThat(error.data()).isEqualTo(error.error().data());
			return error(error.error());
		}
		return new Outcome((ex instanceof JsonRpcResultConversionException) ? Kind.UNFIT : Kind.FAILURE, null, null,
				ex.getMessage());
	}

	/**
	 * Check what strict reading has made of an answer.
	 * @param limited whether a limit was exceeded, so that it may have failed
	 */
	void requireSame(PlainAnswer answer, ResultType type, boolean limited) {
		boolean same = switch (this.kind) {
			case VALUE -> answer instanceof PlainAnswer.Result result && type.isSameOrNull(this.value, result.value());
			case ERROR -> answer instanceof PlainAnswer.Failure failure && isSame(failure);
			case UNFIT -> limited || (answer instanceof PlainAnswer.Result result && isUnfit(type, result.value()));
			case FAILURE -> limited || answer instanceof PlainAnswer.Refusal;
		};
		assertThat(same).as("strict: %s%nas %s%nplain: %s", this, type, answer).isTrue();
	}

	private static boolean isUnfit(ResultType type, PlainValue result) {
		return result.isNull() ? type == ResultType.LONG : type.fit(result) != ResultType.Fit.MUST;
	}

	private boolean isSame(PlainAnswer.Failure failure) {
		Long code = failure.code();
		return Same.tree(this.error.raw(), failure.error()) && this.error.message().equals(failure.message())
				&& Same.tree(this.error.data(), failure.data())
				&& (code == null || (this.error.hasCode() && this.error.code() == code));
	}

	/**
	 * What a stricter level has accepted, this one accepts as the same. Of errors without
	 * an id it may see more: then it gives none of them to a call.
	 */
	void requireAtLeast(Outcome stricter) {
		boolean same = stricter.kind == this.kind && Objects.equals(stricter.value, this.value)
				&& Objects.equals(stricter.error, this.error);
		boolean moreErrors = stricter.kind == Kind.ERROR && this.kind == Kind.FAILURE
				&& this.text.contains("; errors without an id: [");
		assertThat(same || moreErrors || stricter.kind == Kind.FAILURE).as("stricter: %s%nthan: %s", stricter, this)
			.isTrue();
	}

}
