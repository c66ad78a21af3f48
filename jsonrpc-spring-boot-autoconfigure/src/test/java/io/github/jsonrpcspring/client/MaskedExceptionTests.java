package io.github.jsonrpcspring.client;

import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StackTraces;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.ValueInstantiationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what exceptions and their causes show of masked values.
 */
class MaskedExceptionTests {

	private static final String SECRET = "hunter2";

	private static final String DATA = "{\"user\":\"me\",\"logins\":[{\"pin\":\"hunter2\"}]}";

	private static final String ERROR = "\"error\":{\"code\":1,\"message\":\"m\",\"data\":" + DATA + "}";

	private static JsonRpcTemplate masking(String answer, String... mask) {
		return JsonRpcTemplate.builder(StubTransport.json(answer))
			.settings(JsonRpcClientSettings.builder("masked")
				.log(new JsonRpcClientSettings.Log(1000, Set.of(mask)))
				.build())
			.build();
	}

	@ParameterizedTest
	@EnumSource
	void causeIsWithheldWhereTheMaskHidesAPart(Way way) {
		for (String mask : List.of("pin", "logins", "result", "/result", "/result/0", "/result/0/logins/0/pin")) {
			Throwable failure = way.misfit("other", mask);
			assertThat(failure).as(mask)
				.isInstanceOf(JsonRpcResultConversionException.class)
				.hasMessageContaining("the result at /0/logins/0/pin does not fit ")
				.hasMessageEndingWith(": found string");
			assertThat(StackTraces.of(failure)).as(mask).doesNotContain(SECRET);
			assertThat(failure.getCause()).hasNoCause()
				.hasNoSuppressedExceptions()
				.hasMessage(InvalidFormatException.class.getName()
						+ ", whose message is withheld: it may quote what 'log.mask' hides");
			assertThat(failure.getCause().getStackTrace())
				.anyMatch((element) -> element.getClassName().startsWith("tools.jackson.databind.deser"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void causeIsKeptWhereTheMaskHidesNothing(Way way) {
		for (String mask : List.of("other", "id", "/id", "/result/1", "/result/0/pin", "/error/data", "/params/0")) {
			Throwable failure = way.misfit(mask);
			assertThat(failure).as(mask).isInstanceOf(JsonRpcResultConversionException.class);
			assertThat(failure.getCause()).as(mask)
				.isInstanceOf(InvalidFormatException.class)
				.hasMessageContaining(SECRET);
		}
		assertThat(way.misfit()).hasCauseInstanceOf(InvalidFormatException.class);
	}

	@Test
	void deserializerThatFailsInItsOwnWayIsAMisfitToo() {
		String answer = "{\"jsonrpc\":\"2.0\",\"result\":\"hunter2\",\"id\":1}";
		Throwable failure = catchThrowable(() -> masking(answer, "/result").request("m", Moody.class));
		assertThat(failure).isInstanceOf(JsonRpcResultConversionException.class);
		assertThat(StackTraces.of(failure)).doesNotContain(SECRET);
		assertThat(catchThrowable(() -> masking(answer).request("m", Moody.class)))
			.isInstanceOf(JsonRpcResultConversionException.class)
			.hasCauseExactlyInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { ")]}',\n{\"jsonrpc\":\"2.0\",\"password\":\"hunter2\"}",
			"<b>Notice</b>: x {\"params\":[\"hunter2\"]}", "no password=hunter2 here",
			"[]{\"result\":{\"key\":\"hunter2\"}}" })
	void whatIsNoJsonIsNotShownWhereItLooksLikeSomethingToHide(String answer) {
		Throwable failure = catchThrowable(() -> masking(answer, "password", "/result").request("m", String.class));
		assertThat(failure).isInstanceOf(JsonRpcInvalidResponseException.class);
		assertThat(StackTraces.of(failure)).doesNotContain(SECRET);
	}

	@Test
	void whatIsNoJsonIsShownWhereItLooksHarmless() {
		assertThat(catchThrowable(
				() -> masking("<html>Bad Gateway</html>", "password", "/result").request("m", String.class)))
			.hasMessageContaining("<html>Bad Gateway</html>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "message", "/error/message", "/error" })
	void messagesOfErrorsOfABatchThatHaveNoIdAreLeftOutToo(String mask) {
		String error = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32001,\"message\":\"hunter2\"},\"id\":null}";
		String result = "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}";
		JsonRpcBatch batch = masking("[" + result + "," + error + "]", mask).batch();
		batch.add("m", Integer.class);
		JsonRpcBatch.Call<Integer> second = batch.add("m", Integer.class);
		batch.add("m", Integer.class);
		assertThat(batch.execute().error(second)).hasMessageContaining("no response in the answer to the batch")
			.hasMessageContaining("-32001")
			.satisfies((failure) -> assertThat(StackTraces.of(failure)).doesNotContain(SECRET));
		JsonRpcBatch answered = masking("[" + result + "," + error + "]", mask).batch();
		answered.add("m", Integer.class);
		assertThat(answered.execute().anomalies()).singleElement().asString().contains("-32001").doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "message", "/error/message", "/error" })
	void messageOfAnErrorIsLeftOutWhereItIsMasked(String mask) {
		JsonRpcErrorException error = error(
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"not hunter2\"},\"id\":1}", mask);
		assertThat(error).hasMessage("Client 'masked', method 'm', id 1: error 1");
		assertThat(error.errorMessage()).isEqualTo("not hunter2");
	}

	@Test
	void causesOfTheCauseAreWithheldToo() {
		Throwable failure = catchThrowable(
				() -> masking("{\"jsonrpc\":\"2.0\",\"result\":{\"value\":\"hunter2\"},\"id\":1}", "/result")
					.request("m", Picky.class));
		assertThat(failure.getCause()).hasMessageStartingWith(ValueInstantiationException.class.getName() + ", ");
		assertThat(StackTraces.of(failure)).doesNotContain(SECRET);
		Throwable open = catchThrowable(
				() -> masking("{\"jsonrpc\":\"2.0\",\"result\":{\"value\":\"hunter2\"},\"id\":1}").request("m",
						Picky.class));
		assertThat(open).hasRootCauseMessage("not hunter2");
	}

	@Test
	void exceptionWithAWithheldCauseSurvivesSerialization() throws Exception {
		Throwable failure = Way.BLOCKING.misfit("pin");
		assertThat(ExceptionTests.copy(failure).getCause()).hasMessage(failure.getCause().getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "pin", "data", "error", "/error", "/error/data", "/error/data/logins/0/pin" })
	void causeOfDataThatDoesNotFitIsWithheld(String mask) {
		JsonRpcErrorException error = error("{\"jsonrpc\":\"2.0\"," + ERROR + ",\"id\":1}", mask);
		Throwable failure = catchThrowable(() -> error.dataAs(Logins.class));
		assertThat(failure).isInstanceOf(JsonRpcResultConversionException.class);
		assertThat(failure.getCause()).hasMessageContaining("withheld");
		assertThat(failure.getSuppressed()).containsExactly(error);
		assertThat(StackTraces.of(failure)).doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "result", "/result", "/data", "/error/data/pin", "message", "/error/code", "id" })
	void causeOfDataThatDoesNotFitIsKeptWhereTheMaskHidesNothing(String mask) {
		JsonRpcErrorException error = error("{\"jsonrpc\":\"2.0\"," + ERROR + ",\"id\":1}", mask);
		assertThat(catchThrowable(() -> error.dataAs(Logins.class))).hasCauseInstanceOf(InvalidFormatException.class);
	}

	@Test
	void dataOfAnErrorInABatchIsMaskedToo() {
		JsonRpcBatch batch = masking("[{\"jsonrpc\":\"2.0\"," + ERROR + ",\"id\":1}]", "/error/data").batch();
		JsonRpcBatchCall<String> call = batch.add("m", String.class);
		JsonRpcErrorException error = (JsonRpcErrorException) batch.execute().error(call);
		assertThat(StackTraces.of(catchThrowable(() -> error.dataAs(Logins.class)))).doesNotContain(SECRET);
	}

	@Test
	void errorThatIsNotOfAClientHasNoMask() {
		JsonRpcErrorException error = JsonRpcErrorException.of("c", "m", new JsonRpcError(1, "m", SECRET));
		assertThat(catchThrowable(() -> error.dataAs(Integer.class))).hasCauseInstanceOf(InvalidFormatException.class);
	}

	private static JsonRpcErrorException error(String answer, String... mask) {
		return catchThrowableOfType(JsonRpcErrorException.class, () -> masking(answer, mask).call("m"));
	}

	@Test
	void wordsOfTheParserAreWithheld() {
		String answer = "{\"jsonrpc\":\"2.0\",\"result\":{\"pin\":hunter2},\"id\":1}";
		JsonRpcParseException failure = catchThrowableOfType(JsonRpcParseException.class,
				() -> masking(answer, "/result/pin").call("m"));
		assertThat(failure.rule()).isEqualTo("not JSON");
		assertThat(StackTraces.of(failure)).doesNotContain(SECRET)
			.contains("invalid response: not JSON; HTTP 200: {\"jsonrpc\":\"2.0\",\"result\":{…");
		assertThat(catchThrowable(() -> masking(answer).call("m"))).hasMessageContaining("token 'hunter2'");
	}

	@Test
	void wordsOfTheParserAboutARequestAreWithheldToo() {
		assertThat(catchThrowable(() -> masking("[]", "/params/0").sendJson("{\"params\":[hunter2]}")))
			.hasMessage("Not a JSON-RPC request: not JSON")
			.hasNoCause();
	}

	@Test
	void limitsOfTheMapperAreNamedAllTheSame() {
		String answer = "{\"jsonrpc\":\"2.0\",\"result\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",\"id\":1}";
		try (CapturedLog log = CapturedLog.debug("masked")) {
			Throwable failure = catchThrowable(() -> masking(answer, "pin", "/result/0/0").call("m"));
			assertThat(failure).isInstanceOf(JsonRpcInvalidResponseException.class)
				.hasMessageContaining("beyond a limit of the mapper: Document nesting depth (501)");
			assertThat(failure.getMessage()).hasSizeLessThan(1500);
			assertThat(log.lines()).element(1).asString().startsWith("<-- 200 {").hasSizeLessThan(1100);
		}
	}

	@Test
	void numberThatNobodyCanReadIsWithheld() {
		String number = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"data\":{\"pin\":4711e99999999999}},\"id\":1}";
		try (CapturedLog log = CapturedLog.debug("masked")) {
			Throwable failure = catchThrowable(() -> masking(number, "/error/data/pin").call("m"));
			assertThat(failure).isInstanceOf(JsonRpcInvalidResponseException.class)
				.hasMessageContaining("error cannot be read;")
				.hasMessageContaining("{\"code\":1,\"data\":{\"pin\":\"***\"}}");
			assertThat(StackTraces.of(failure)).doesNotContain("4711");
			assertThat(log.lines()).element(1)
				.isEqualTo("<-- 200 {\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"data\":{\"pin\":\"***\"}},\"id\":1} "
						+ "(n ms)");
		}
		assertThat(catchThrowable(() -> masking(number).call("m"))).hasMessageContaining("4711");
	}

	@Test
	void excerptOfAnEntryIsMaskedRelativeToIt() {
		assertThat(entryFailure("{\"id\":1,\"params\":[\"hunter2\"]}", "/params/0"))
			.hasMessageContaining("{\"id\":1,\"params\":[\"***\"]}");
		assertThat(entryFailure("{\"id\":1,\"error\":{\"code\":1,\"data\":4711e99999999999}}", "/error/data"))
			.hasMessageContaining("error cannot be read;")
			.hasMessageContaining("\"data\":\"***\"")
			.hasMessageNotContaining("4711");
	}

	private static @Nullable Throwable entryFailure(String entry, String... mask) {
		JsonRpcBatch batch = masking("[" + entry + "]", mask).batch();
		JsonRpcBatchCall<String> call = batch.add("m", String.class);
		return batch.execute().error(call);
	}

	@Test
	void anomaliesOfABatchAreMaskedToo() {
		try (CapturedLog log = CapturedLog.at("masked", Level.WARN)) {
			String answer = "[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1},[\"hunter2\"],"
					+ "{\"id\":[],\"error\":{\"code\":1,\"data\":4711e99999999999}}," + "{\"id\":null," + ERROR + "}]";
			JsonRpcBatch batch = masking(answer, "/0", "/error/data").batch();
			batch.add("m", Integer.class);
			assertThat(batch.execute().anomalies()).hasSize(3)
				.anyMatch((anomaly) -> anomaly.endsWith("error cannot be read"))
				.noneMatch((anomaly) -> anomaly.contains(SECRET) || anomaly.contains("4711"));
			assertThat(log.events()).singleElement()
				.extracting(ILoggingEvent::getFormattedMessage)
				.asString()
				.doesNotContain(SECRET, "4711");
		}
	}

	@Test
	void itemsOfABatchForNoCallAreMaskedToo() {
		JsonRpcBatch batch = masking("[{\"id\":[],\"error\":{\"code\":1,\"data\":4711e99999999999}},{\"id\":null,"
				+ ERROR + "},{\"id\":null," + ERROR + "}]", "/error/data")
			.batch();
		JsonRpcBatchCall<String> call = batch.add("m", String.class);
		assertThat(batch.execute().error(call)).hasMessageContaining("an item for no call: error cannot be read")
			.hasMessageNotContaining("4711")
			.hasMessageNotContaining(SECRET);
	}

	/**
	 * The ways to a result that does not fit.
	 */
	enum Way {

		BLOCKING {

			@Override
			Throwable misfit(String... mask) {
				return catchThrowable(() -> masking(ANSWER, mask).request("m", Logins[].class));
			}

		},

		REACTIVE {

			@Override
			Throwable misfit(String... mask) {
				return catchThrowable(() -> masking(ANSWER, mask).reactive().request("m", Logins[].class).block());
			}

		},

		FLUX {

			@Override
			Throwable misfit(String... mask) {
				return catchThrowable(() -> masking(ANSWER, mask).reactive()
					.method("m")
					.retrieveFlux(Logins.class)
					.collectList()
					.block());
			}

		},

		BATCH {

			@Override
			@SuppressWarnings("NullAway")
			Throwable misfit(String... mask) {
				JsonRpcBatch batch = masking("[" + ANSWER + "]", mask).batch();
				JsonRpcBatchCall<Logins[]> call = batch.add("m", Logins[].class);
				return batch.execute().error(call);
			}

		};

		private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"result\":[" + DATA + "],\"id\":1}";

		abstract Throwable misfit(String... mask);

	}

	record Login(int pin) {
	}

	record Logins(String user, List<Login> logins) {
	}

	record Picky(String value) {

		Picky {
			throw new IllegalArgumentException("not " + value);
		}

	}

	/**
	 * Made by a deserializer that throws what it likes.
	 */
	@JsonDeserialize(using = MoodyDeserializer.class)
	record Moody(String value) {
	}

	static class MoodyDeserializer extends ValueDeserializer<Moody> {

		@Override
		public Moody deserialize(JsonParser parser, DeserializationContext context) {
			throw new IllegalArgumentException("not " + parser.getString());
		}

	}

}
