package io.github.jsonrpcspring.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How the exceptions of error mappings are made.
 */
class MappedExceptionTests {

	private static final Map<String, Object> DATA = Map.of("id", 7, "name", "Tom");

	@Test
	void aConstructorTakesWhatItDeclares() {
		JsonRpcError error = new JsonRpcError(5, "no cat", DATA);
		assertFailure(() -> answering(error).nothing(), null, new Object[0]);
		assertFailure(() -> answering(error).message(), "no cat", "no cat");
		assertFailure(() -> answering(error).messageAndCause(), "no cat", "no cat", "cause");
		assertFailure(() -> answering(error).messageAndCode(), "no cat", "no cat", 5L);
		assertFailure(() -> answering(error).intCodeAndData(), "no cat", "no cat", 5, new Cat(7, "Tom"));
		assertFailure(() -> answering(error).original(), null, "cause");
		assertFailure(() -> answering(error).anyOrder(), "no cat", "cause", 5L, new Cat(7, "Tom"), "no cat");
	}

	@Test
	void theConstructorThatTakesMostIsUsed() {
		assertFailure(() -> answering(new JsonRpcError(5, "no cat", DATA)).several(), "no cat", "no cat",
				new Cat(7, "Tom"));
	}

	@Test
	void theExceptionAndItsConstructorMayBePackagePrivate() {
		assertThatExceptionOfType(Failure.class)
			.isThrownBy(() -> answering(new JsonRpcError(5, "no cat", null)).message())
			.isExactlyInstanceOf(Failure.Message.class);
	}

	@Test
	void anExceptionOfTheJdkIsMade() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> answering(new JsonRpcError(5, "no cat", null)).jdk())
			.withMessage("no cat")
			.withCauseInstanceOf(JsonRpcErrorException.class);
	}

	@Test
	void anErrorWithoutAMessageIsDescribed() {
		StubTransport transport = StubTransport.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5},\"id\":1}");
		assertFailure(() -> Clients.create(transport, Mapped.class).message(),
				"Client 'stub', method 'message', id 1: error 5", "Client 'stub', method 'message', id 1: error 5");
	}

	@Test
	void dataOfAnyShapeIsTyped() {
		assertFailure(() -> answering(new JsonRpcError(5, "m", List.of(DATA, DATA))).list(), null,
				List.of(new Cat(7, "Tom"), new Cat(7, "Tom")));
		assertFailure(() -> answering(new JsonRpcError(5, "m", List.of(1, "x"))).tree(), null, "[1,\"x\"]");
	}

	@Test
	void absentDataIsNull() {
		JsonRpcError error = new JsonRpcError(5, "m", null);
		assertFailure(() -> answering(error).list(), null, new @Nullable Object[] { null });
		assertFailure(() -> answering(error).tree(), null, "null");
		StubTransport explicit = StubTransport
			.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5,\"message\":\"m\",\"data\":null},\"id\":1}");
		assertFailure(() -> Clients.create(explicit, Mapped.class).list(), null, new @Nullable Object[] { null });
	}

	@Test
	void dataThatDoesNotFitLeavesTheErrorAsItIs() {
		assertThatExceptionOfType(JsonRpcErrorException.class)
			.isThrownBy(() -> answering(new JsonRpcError(5, "m", "text")).list())
			.satisfies((error) -> assertThat(error.getSuppressed()).hasAtLeastOneElementOfType(JacksonException.class));
	}

	@Test
	void dataThatDoesNotFitIsNotQuotedWhereItIsMasked() {
		JsonRpcClientSettings.Log log = new JsonRpcClientSettings.Log(1000, Set.of("/error/data"));
		StubTransport transport = StubTransport.server((request) -> new JsonRpcError(5, "m", List.of("hunter2")));
		Mapped mapped = Clients.create(transport, Mapped.class,
				(builder) -> builder.settings(JsonRpcClientSettings.builder("stub").log(log).build()));
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(mapped::list)
			.satisfies((error) -> assertThat(error.getSuppressed()[0]).hasMessageContaining("withheld")
				.hasMessageNotContaining("hunter2"));
	}

	@Test
	void aConstructorThatThrowsLeavesTheErrorAsItIs() {
		assertThatExceptionOfType(JsonRpcErrorException.class)
			.isThrownBy(() -> answering(new JsonRpcError(5, "m", null)).throwing())
			.satisfies((error) -> assertThat(error.getSuppressed())
				.anySatisfy((suppressed) -> assertThat(suppressed).isInstanceOf(UnsupportedOperationException.class)
					.hasMessage("on purpose")));
	}

	@Test
	void whatCannotBeMadeIsLeftToTheTranslatorsOfTheClient() {
		JsonRpcError error = new JsonRpcError(5, "m", null);
		Mapped mapped = Clients.create(StubTransport.server((request) -> error), Mapped.class,
				(builder) -> builder.exceptionTranslator((failure) -> new IllegalStateException("translated")));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(mapped::throwing).withMessage("translated");
	}

	@Test
	void anExceptionWithACauseOfItsOwnHasTheErrorAsSuppressed() {
		JsonRpcError error = new JsonRpcError(5, "m", null);
		assertKept(() -> answering(error).ownCause(), UnsupportedOperationException.class);
		assertKept(() -> answering(error).noCause(), null);
	}

	private static void assertKept(Runnable call, @Nullable Class<? extends Throwable> cause) {
		assertThatExceptionOfType(Failure.class).isThrownBy(call::run).satisfies((failure) -> {
			assertThat((cause != null) ? cause.isInstance(failure.getCause()) : failure.getCause() == null).isTrue();
			assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(JsonRpcErrorException.class);
		});
	}

	private static void assertFailure(Runnable call, @Nullable String message, @Nullable Object... taken) {
		Consumer<Failure> hasTheErrorAsItsOnlyCause = (failure) -> assertThat(failure.getCause())
			.isInstanceOf(JsonRpcErrorException.class);
		assertThatExceptionOfType(Failure.class).isThrownBy(call::run)
			.satisfies(hasTheErrorAsItsOnlyCause, (failure) -> {
				assertThat(failure.taken).containsExactly(taken);
				if (message != null) {
					assertThat(failure).hasMessage(message);
				}
			});
	}

	private static Mapped answering(JsonRpcError error) {
		return Clients.create(StubTransport.server((request) -> error), Mapped.class);
	}

	record Cat(int id, String name) {
	}

	interface Mapped {

		@JsonRpcErrorMapping(code = 5, exception = Failure.Nothing.class)
		void nothing();

		@JsonRpcErrorMapping(code = 5, exception = Failure.Message.class)
		void message();

		@JsonRpcErrorMapping(code = 5, exception = Failure.MessageAndCause.class)
		void messageAndCause();

		@JsonRpcErrorMapping(code = 5, exception = Failure.MessageAndCode.class)
		void messageAndCode();

		@JsonRpcErrorMapping(code = 5, exception = Failure.IntCodeAndData.class)
		void intCodeAndData();

		@JsonRpcErrorMapping(code = 5, exception = Failure.Original.class)
		void original();

		@JsonRpcErrorMapping(code = 5, exception = Failure.AnyOrder.class)
		void anyOrder();

		@JsonRpcErrorMapping(code = 5, exception = Failure.Several.class)
		void several();

		@JsonRpcErrorMapping(code = 5, exception = IllegalStateException.class)
		void jdk();

		@JsonRpcErrorMapping(code = 5, exception = Failure.ListData.class)
		void list();

		@JsonRpcErrorMapping(code = 5, exception = Failure.TreeData.class)
		void tree();

		@JsonRpcErrorMapping(code = 5, exception = Failure.Throwing.class)
		void throwing();

		@JsonRpcErrorMapping(code = 5, exception = Failure.OwnCause.class)
		void ownCause();

		@JsonRpcErrorMapping(code = 5, exception = Failure.NoCause.class)
		void noCause();

	}

}
