package io.github.jsonrpcspring.client;

import java.util.function.Function;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.NoResponseException;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Sends a message whose answer is read as a whole.
 *
 * @param judge judges answers
 * @param validation how strictly
 * @param failures makes exceptions
 * @param log the wire log of the client
 * @param deadlines the deadlines of its calls
 */
record WholeExchange(ResponseJudge judge, JsonRpcValidation validation, Failures failures, WireLog log,
		Deadlines deadlines) {

	/**
	 * Return what is made of the answer, once it is judged.
	 * @param resultType what the result will be converted to, {@code null} if not known
	 * @param conversion makes it of the answer
	 */
	<T> Mono<T> perform(PreparedCall call, @Nullable JavaType resultType,
			Function<JsonRpcClientResponse, ? extends @Nullable T> conversion) {
		Mono<JsonRpcTransportResponse> answer = call.transport().exchange(call.request());
		CallLog lines = this.log.shows(call.message()) ? new CallLog(this.log, call) : null;
		return AnswerMono.of(answer, this.deadlines.queue(call.limits().timeout()),
				new Answer<>(this, call, resultType, lines, conversion));
	}

	private record Answer<T>(WholeExchange exchange, PreparedCall call, @Nullable JavaType resultType,
			@Nullable CallLog lines, Function<JsonRpcClientResponse, ? extends @Nullable T> conversion)
			implements
				AnswerMono.Handler<JsonRpcTransportResponse, T> {

		@Override
		public @Nullable T answered(JsonRpcTransportResponse response) {
			if (this.lines != null) {
				this.lines.response(this.call, response, "");
			}
			return this.conversion.apply(judge(response));
		}

		private JsonRpcClientResponse judge(JsonRpcTransportResponse response) {
			JsonRpcMessage message = this.call.message();
			boolean wanted = this.call.request().responseExpected();
			if (!wanted && response.status().is2xxSuccessful()) {
				return new JsonRpcClientResponse(message, null, response.status(), response.headers());
			}
			JsonRpcMessage answer = this.exchange.judge().judge(this.call.site(), message, response, this.resultType);
			JsonRpcClientResponse judged = new JsonRpcClientResponse(message, answer, response.status(),
					response.headers());
			if (!wanted && answer instanceof JsonRpcResponse refusal && refusal.error() != null) {
				CallObservation observation = this.call.observation();
				if (observation != null) {
					observation.answered(judged);
				}
				throw this.exchange.failures()
					.error(this.call.site(), new ErrorAnswer(refusal.error(), response.status(), response.headers()));
			}
			return judged;
		}

		/**
		 * Some servers close the connection on a notification instead of answering it.
		 */
		@Override
		public @Nullable T failed(Throwable failure) {
			if (this.lines != null) {
				this.lines.failure(this.call, failure);
			}
			if (this.call.request().responseExpected() || !(failure instanceof NoResponseException)) {
				throw this.call.translate(failure, this.exchange.failures());
			}
			if (this.exchange.validation() == JsonRpcValidation.STRICT) {
				throw this.exchange.failures()
					.noResponse(this.call.site(), ResponseJudge.advice(JsonRpcValidation.LENIENT), failure);
			}
			return this.conversion
				.apply(new JsonRpcClientResponse(this.call.message(), null, HttpStatus.NO_CONTENT, HttpHeaders.EMPTY));
		}

		@Override
		public void cancelled() {
			if (this.lines != null) {
				this.lines.cancelled(this.call);
			}
		}

		@Override
		public Throwable late() {
			return this.call.deadline();
		}

	}

}
