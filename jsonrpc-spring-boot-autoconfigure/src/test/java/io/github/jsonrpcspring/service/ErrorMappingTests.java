package io.github.jsonrpcspring.service;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which error mapping counts.
 */
class ErrorMappingTests {

	@Test
	void aCodeIsMapped() {
		assertMapped(() -> answering(-32004).ofMethod(), "method");
		assertUnmapped(() -> answering(-32005).ofMethod());
	}

	@Test
	void severalCodesAreMapped() {
		for (long code : List.of(1L, 2L, 3_000_000_000L)) {
			assertMapped(() -> answering(code).codes(), "codes");
		}
		assertUnmapped(() -> answering(3).codes());
	}

	@Test
	void aRangeHoldsBothEnds() {
		for (long code : List.of(-32099L, -32050L, -32000L)) {
			assertMapped(() -> answering(code).range(), "range");
		}
		assertUnmapped(() -> answering(-32100).range());
		assertUnmapped(() -> answering(-31999).range());
	}

	@Test
	void aCodeIsAskedBeforeARange() {
		assertMapped(() -> answering(-32004).codeInRange(), "method");
		assertMapped(() -> answering(-32005).codeInRange(), "range");
	}

	@Test
	void theMethodIsAskedBeforeItsInterfaceAndThatBeforeItsParent() {
		assertMapped(() -> answering(10).plain(), "child");
		assertMapped(() -> answering(10).both(), "method");
		assertMapped(() -> answering(11).plain(), "parent");
		assertMapped(() -> answering(11).both(), "method");
	}

	@Test
	void aRangeOfTheMethodIsAskedBeforeACodeOfItsInterface() {
		assertMapped(() -> answering(10).rangeBefore(), "range");
	}

	@Test
	void mappingsOfParentsCountForAllMethods() {
		assertMapped(() -> answering(11).inherited(), "parent");
		assertMapped(() -> answering(10).inherited(), "child");
	}

	@Test
	void mappingsOfAnOverriddenMethodCountAfterItsOwn() {
		assertMapped(() -> answering(20).overridden(), "method");
		assertMapped(() -> answering(21).overridden(), "range");
	}

	@Test
	void aTranslatorOfTheClientIsAskedLast() {
		assertMapped(() -> translating(-32004).ofMethod(), "method");
		assertMapped(() -> translating(10).plain(), "child");
		assertMapped(() -> translating(99).plain(), "translator");
	}

	@Test
	void anErrorWithoutACodeIsNotMapped() {
		for (String error : List.of("{'message':'no code'}", "'no object'", "{'code':'none','message':'text'}",
				"{'code':1.5,'message':'fraction'}")) {
			StubTransport transport = StubTransport
				.json(("{'jsonrpc':'2.0','error':" + error + ",'id':1}").replace('\'', '"'));
			assertUnmapped(() -> Clients.create(transport, Mapped.class).everything());
		}
		assertMapped(() -> answering(0).everything(), "range");
	}

	@Test
	void theStandardCodesCanBeMapped() {
		assertMapped(() -> answering(JsonRpcError.METHOD_NOT_FOUND).everything(), "range");
		assertThatExceptionOfType(JsonRpcMethodNotFoundException.class)
			.isThrownBy(() -> answering(JsonRpcError.METHOD_NOT_FOUND).plain());
	}

	@Test
	void aResponseHoldsTheErrorWhateverItsInterfaceMaps() {
		assertThat(answering(10).response().error().code()).isEqualTo(10);
		assertThat(answering(10).monoOfResponse().block().error().code()).isEqualTo(10);
	}

	@Test
	void anErrorThatRefusesANotificationIsMapped() {
		assertMapped(() -> refusing(400).notification(), "child");
		assertMapped(() -> refusing(500).notification(), "child");
		assertMapped(() -> refusing(400).monoOfNotification().block(), "child");
	}

	@Test
	void whatIsSentWithASuccessfulStatusIsNoAnswerToANotification() {
		assertThatCode(() -> refusing(200).notification()).doesNotThrowAnyException();
	}

	@Test
	void aFailureThatIsNoErrorIsNotMapped() {
		StubTransport failing = StubTransport.failing(() -> new IllegalStateException("own"));
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> Clients.create(failing, Mapped.class).plain());
	}

	private static void assertMapped(ThrowingCallable call, String place) {
		assertThatExceptionOfType(NamedException.class).isThrownBy(call)
			.satisfies((failure) -> assertThat(failure.getClass().getSimpleName())
				.isEqualToIgnoringCase(place + "Exception"))
			.withCauseInstanceOf(JsonRpcErrorException.class);
	}

	private static void assertUnmapped(ThrowingCallable call) {
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(call).withNoCause();
	}

	private static Mapped answering(long code) {
		return Clients.create(StubTransport.server((request) -> new JsonRpcError(code, "refused")), Mapped.class);
	}

	private static Mapped translating(long code) {
		return Clients.create(StubTransport.server((request) -> new JsonRpcError(code, "refused")), Mapped.class,
				(builder) -> builder.exceptionTranslator(TranslatorException::new));
	}

	private static Mapped refusing(int status) {
		return Clients.create(
				StubTransport.http(status, HttpHeaders.EMPTY,
						"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":10,\"message\":\"refused\"},\"id\":null}"),
				Mapped.class);
	}

	@JsonRpcErrorMapping(code = { 10, 11 }, exception = ParentException.class)
	interface Parent {

		void inherited();

		@JsonRpcErrorMapping(from = 20, to = 29, exception = RangeException.class)
		void overridden();

	}

	@JsonRpcErrorMapping(code = 10, exception = ChildException.class)
	interface Mapped extends Parent {

		@JsonRpcErrorMapping(code = -32004, exception = MethodException.class)
		void ofMethod();

		@JsonRpcErrorMapping(code = { 1, 2, 3_000_000_000L }, exception = CodesException.class)
		void codes();

		@JsonRpcErrorMapping(from = -32099, to = -32000, exception = RangeException.class)
		void range();

		@JsonRpcErrorMapping(from = -32099, to = -32000, exception = RangeException.class)
		@JsonRpcErrorMapping(code = -32004, exception = MethodException.class)
		void codeInRange();

		void plain();

		@JsonRpcErrorMapping(code = { 10, 11 }, exception = MethodException.class)
		void both();

		@JsonRpcErrorMapping(from = 1, to = 100, exception = RangeException.class)
		void rangeBefore();

		@Override
		@JsonRpcErrorMapping(code = 20, exception = MethodException.class)
		void overridden();

		@JsonRpcErrorMapping(from = Long.MIN_VALUE, to = Long.MAX_VALUE, exception = RangeException.class)
		void everything();

		JsonRpcResponse response();

		Mono<JsonRpcResponse> monoOfResponse();

		@JsonRpcNotification
		void notification();

		@JsonRpcNotification
		Mono<Void> monoOfNotification();

	}

	@SuppressWarnings("serial")
	abstract static class NamedException extends RuntimeException {

		NamedException(Throwable cause) {
			super(cause);
		}

	}

	@SuppressWarnings("serial")
	static final class MethodException extends NamedException {

		MethodException(Throwable cause) {
			super(cause);
		}

	}

	@SuppressWarnings("serial")
	static final class CodesException extends NamedException {

		CodesException(Throwable cause) {
			super(cause);
		}

	}

	@SuppressWarnings("serial")
	static final class RangeException extends NamedException {

		RangeException(Throwable cause) {
			super(cause);
		}

	}

	@SuppressWarnings("serial")
	static final class ParentException extends NamedException {

		ParentException(Throwable cause) {
			super(cause);
		}

	}

	@SuppressWarnings("serial")
	static final class ChildException extends NamedException {

		ChildException(Throwable cause) {
			super(cause);
		}

	}

	@SuppressWarnings("serial")
	static final class TranslatorException extends NamedException {

		TranslatorException(Throwable cause) {
			super(cause);
		}

	}

}
