package io.github.jsonrpcspring.client.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every {@link WireCase} through every style of call at every level of validation.
 * <p>
 * Of the catalogue these come later, together with resilience: coalescing of single calls
 * into batches (the second half of row 46), its key (row 47), retries and their waiting
 * time (row 48), retries of parts of a batch (row 49), replay of idempotent methods (row
 * 51). What holds already is tested in {@link NothingIsSentTwiceTests}.
 */
class WireCaseTests {

	private static final Map<String, JsonRpcTemplate> CLIENTS = new HashMap<>();

	private static WireServer server;

	@BeforeAll
	static void startServer() {
		server = new WireServer();
	}

	@AfterAll
	static void stopServer() {
		server.close();
		CLIENTS.clear();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("runs")
	void answerIsJudged(Run run) {
		WireCase wireCase = run.wireCase();
		WireCase.Answer answer = wireCase.answer();
		server.http(RawAnswer.of(answer.status(), run.style().answer(answer.body()),
				answer.headers().toArray(String[]::new)));
		int before = server.raw().requests().size();
		run.meetsExpectation();
		assertThat(server.raw().requests()).as("nothing is sent twice").hasSize(before + 1);
	}

	static Stream<Run> runs() {
		return Stream
			.of(EnvelopeCases.all(), ErrorCases.all(), IdCases.all(), ResultCases.all(), HttpCases.all(),
					ForeignCases.all())
			.flatMap(List::stream)
			.flatMap((wireCase) -> Arrays.stream(CallStyle.values())
				.filter((style) -> wireCase.inBatch() || !style.isBatch())
				.filter((style) -> style.canReturn(wireCase.type()))
				.flatMap((style) -> Arrays.stream(JsonRpcValidation.values())
					.map((level) -> new Run(wireCase, style, level))));
	}

	/**
	 * One case in one style at one level.
	 */
	record Run(WireCase wireCase, CallStyle style, JsonRpcValidation level) {

		private static final int LONGEST_MESSAGE = 1600;

		void meetsExpectation() {
			Expected expected = this.wireCase.expected(this.style).get(this.level);
			if (expected.failure() == null) {
				assertThat(call()).as(toString()).isEqualTo(expected.value());
				return;
			}
			RuntimeException failure = catchThrowableOfType(RuntimeException.class, this::call);
			assertThat(failure).as(toString())
				.isExactlyInstanceOf(expected.failure())
				.hasMessageContaining("Client 'wire'");
			assertThat(failure.getMessage()).as(toString()).hasSizeLessThan(LONGEST_MESSAGE);
			expected.words().forEach((words) -> assertThat(failure.getMessage()).as(toString()).contains(words));
			expected.further().accept(failure);
			assertMethodIsNamed((JsonRpcException) failure);
			if (!expected.isAccepted()) {
				assertAdvice(failure);
			}
			WireServer.assertNoSecret(failure);
		}

		private Object call() {
			Iterator<JsonRpcId> ids = List.of(this.wireCase.request().id(), JsonRpcId.of(CallStyle.NEIGHBOUR))
				.iterator();
			JsonRpcTemplate client = CLIENTS.computeIfAbsent(this.level + " " + this.wireCase.request().version(), (
					key) -> server.builder().validation(this.level).version(this.wireCase.request().version()).build());
			return this.style.call(client.mutate().idGenerator(ids::next).build(), this.wireCase.type());
		}

		/**
		 * The message of an exception about one call names its method.
		 */
		private void assertMethodIsNamed(JsonRpcException failure) {
			if (failure.method() != null || !this.style.isBatch()) {
				assertThat(failure).as(toString())
					.hasMessageContaining("method 'get', id " + this.wireCase.request().id());
				assertThat(failure.method()).isEqualTo("get");
				assertThat(failure.id()).isEqualTo(this.wireCase.request().id());
			}
		}

		/**
		 * The message names the next level that would accept the answer, and none if none
		 * would.
		 */
		private void assertAdvice(RuntimeException failure) {
			Map<JsonRpcValidation, Expected> expected = this.wireCase.expected(this.style);
			JsonRpcValidation accepting = Arrays.stream(JsonRpcValidation.values())
				.filter((other) -> other.compareTo(this.level) > 0 && expected.get(other).isAccepted())
				.findFirst()
				.orElse(null);
			if (accepting != null) {
				assertThat(failure).as(toString())
					.hasMessageContaining("'validation: " + accepting.name().toLowerCase(Locale.ROOT) + "'");
			}
			else if (((JsonRpcException) failure).method() != null) {
				assertThat(failure.getMessage()).as(toString()).doesNotContain("validation:");
			}
		}

		@Override
		public String toString() {
			return ("row%d %s [%s, %s]").formatted(this.wireCase.row(), this.wireCase.title(), this.level, this.style)
				.toLowerCase(Locale.ROOT);
		}

	}

}
