package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import reactor.core.publisher.Mono;

/**
 * Sends a message whose result is read element by element.
 *
 * @param codec the codec of the client
 * @param judge judges answers
 * @param failures makes exceptions
 * @param log the wire log of the client
 * @param deadlines the deadlines of its calls
 */
record StreamedExchange(JsonRpcCodec codec, ResponseJudge judge, Failures failures, WireLog log, Deadlines deadlines) {

	/**
	 * Return the answer as interceptors see it: when its elements begin, without a
	 * message; or when all of it is there, with one that has no such result.
	 */
	<E> Mono<JsonRpcClientResponse> perform(StreamedCall<E> streamed, PreparedCall call) {
		CallLog lines = new CallLog(this.log, call);
		Mono<JsonRpcClientResponse> head = call.transport()
			.stream(call.request(),
					(stream) -> streamed.open(new StreamedAnswer<>(this, streamed, call, stream, lines).items())
						.head());
		return AnswerMono.of(head, this.deadlines.queue(call.limits().timeout()), new Head(this, call, lines));
	}

	private record Head(StreamedExchange exchange, PreparedCall call,
			CallLog lines) implements AnswerMono.Handler<JsonRpcClientResponse, JsonRpcClientResponse> {

		@Override
		public JsonRpcClientResponse answered(JsonRpcClientResponse response) {
			return response;
		}

		@Override
		public JsonRpcClientResponse failed(Throwable failure) {
			this.lines.failure(this.call, failure);
			throw this.call.translate(failure, this.exchange.failures());
		}

		@Override
		public void cancelled() {
			this.lines.cancelled(this.call);
		}

		@Override
		public Throwable late() {
			return this.call.deadline();
		}

	}

}
