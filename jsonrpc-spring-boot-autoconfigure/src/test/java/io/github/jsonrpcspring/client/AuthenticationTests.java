package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.testsupport.CapturedLog;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the headers of a {@link JsonRpcAuthentication}, and what a 401 does.
 */
class AuthenticationTests {

	private final List<HttpHeaders> refused = new ArrayList<>();

	private final List<JsonRpcTransportResponse> refusals = new ArrayList<>();

	private final AtomicBoolean cancelled = new AtomicBoolean();

	@ParameterizedTest
	@EnumSource
	void everyMessageIsAuthenticated(Message message) {
		StubTransport transport = StubTransport.json(message.answer);
		JsonRpcTemplate rpc = template(transport, tokens("a", "b"));
		message.send(rpc);
		message.send(rpc.mutate().idGenerator(JsonRpcIdGenerator.decimal()).build());
		assertThat(transport.requests()).extracting(AuthenticationTests::authorization)
			.containsExactly("Bearer a", "Bearer b");
	}

	@ParameterizedTest
	@EnumSource
	void whenRefusedThenSentOnceMoreWithFreshHeaders(Message message) {
		StubTransport transport = accepting("Bearer fresh", message.answer);
		message.send(template(transport, renewing("old", "fresh")));
		assertThat(transport.requests()).extracting(AuthenticationTests::authorization)
			.containsExactly("Bearer old", "Bearer fresh");
		assertThat(transport.sent()).hasSize(2).containsOnly(transport.sent().get(0));
		assertThat(this.refused).extracting((headers) -> headers.getFirst(HttpHeaders.AUTHORIZATION))
			.containsExactly("Bearer old");
	}

	@ParameterizedTest
	@EnumSource
	void whenFreshHeadersAreRefusedTooThenThatIsTheAnswer(Message message) {
		StubTransport transport = StubTransport.http(401, HttpHeaders.EMPTY, "");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> message.send(template(transport, renewing("old", "fresh"))))
			.satisfies((ex) -> assertThat(ex.status()).hasToString("401 UNAUTHORIZED"));
		assertThat(transport.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void whenThereAreNoOtherHeadersThenNothingIsSentTwice(Message message) {
		StubTransport transport = StubTransport.http(401, HttpHeaders.EMPTY, "");
		for (JsonRpcAuthentication authentication : List.of(tokens("a"), renewing("a", "a"))) {
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> message.send(template(transport, authentication)));
		}
		assertThat(transport.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 403, 407, 429, 500, 503 })
	void otherAnswersAreNotAskedForTwice(int status) {
		StubTransport transport = StubTransport.http(status, HttpHeaders.EMPTY, "");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> template(transport, renewing("old", "fresh")).call("m"));
		assertThat(transport.requests()).hasSize(1);
		assertThat(this.refused).isEmpty();
	}

	@Test
	void lostConnectionIsNotTriedTwice() {
		StubTransport transport = StubTransport.failing(ConnectException::new);
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> template(transport, renewing("old", "fresh")).call("m"))
			.withMessageContaining("no answer: cannot connect");
		assertThat(transport.requests()).hasSize(1);
	}

	@Test
	void headersWinOverThoseOfTheClientAndLoseAgainstThoseOfTheCall() {
		StubTransport transport = StubTransport.json(Message.BLOCKING.answer);
		JsonRpcTemplate rpc = JsonRpcTemplate.builder(transport)
			.basicAuth("user", "password")
			.defaultHeader("X-Tenant", "blue")
			.authentication(renewing("a", "b"))
			.idGenerator(JsonRpcIdGenerator.decimal())
			.build();
		rpc.call("m");
		assertThat(transport.request().headers().get(HttpHeaders.AUTHORIZATION)).containsExactly("Bearer a");
		assertThat(transport.request().headers().getFirst("X-Tenant")).isEqualTo("blue");
		rpc.method("m").id(1).header("authorization", "Bearer own").retrieve(Integer.class);
		assertThat(transport.request().headers().get(HttpHeaders.AUTHORIZATION)).containsExactly("Bearer own");
	}

	@Test
	void refusalOfTheHeadersOfACallIsNoneOfTheAuthentications() {
		StubTransport transport = StubTransport.http(401, HttpHeaders.EMPTY, "");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> template(transport, renewing("old", "fresh")).method("m")
				.header("Authorization", "Bearer own")
				.retrieve(Integer.class));
		assertThat(transport.requests()).hasSize(1);
		assertThat(this.refused).isEmpty();
	}

	@Test
	void callWithAnAuthorizationOfItsOwnAsksForNoHeaders() {
		StubTransport transport = StubTransport.json(Message.BLOCKING.answer);
		template(transport, (request) -> Mono.error(new AssertionError())).method("m")
			.header("authorization", "Bearer own")
			.retrieve(Integer.class);
		assertThat(transport.requests()).extracting(AuthenticationTests::authorization).containsExactly("Bearer own");
	}

	@Test
	void refusalOfTheAuthorizationOfACallIsTheAnswerWhateverElseAuthenticates() {
		StubTransport transport = StubTransport.http(401, HttpHeaders.EMPTY, "");
		HttpHeaders several = bearer("old");
		several.set("X-Api-Key", "old");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> template(transport, authentication(several, Mono.fromSupplier(() -> bearer("fresh"))))
				.method("m")
				.header("Authorization", "Bearer own")
				.retrieve(Integer.class))
			.satisfies((ex) -> assertThat(ex.status()).hasToString("401 UNAUTHORIZED"));
		assertThat(transport.requests()).hasSize(1);
		assertThat(this.refused).isEmpty();
	}

	@Test
	void otherHeaderOfACallLeavesTheRestToTheAuthentication() {
		StubTransport transport = accepting("Bearer fresh", Message.BLOCKING.answer);
		HttpHeaders several = bearer("old");
		several.set("X-Api-Key", "old");
		template(transport, authentication(several, Mono.fromSupplier(() -> bearer("fresh")))).method("m")
			.header("X-Api-Key", "own")
			.retrieve(Integer.class);
		assertThat(transport.requests()).extracting((request) -> request.headers().getFirst("X-Api-Key"))
			.containsExactly("own", "own");
	}

	@Test
	void answerWithTheRefusalIsSeen() {
		HttpHeaders challenge = new HttpHeaders();
		challenge.set(HttpHeaders.WWW_AUTHENTICATE, "Digest nonce=\"n\"");
		StubTransport transport = StubTransport.http(401, challenge, "why");
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> template(transport, renewing("old", "fresh")).call("m"));
		assertThat(this.refusals).singleElement().satisfies((refusal) -> {
			assertThat(refusal.status()).hasToString("401 UNAUTHORIZED");
			assertThat(refusal.headers()).isEqualTo(challenge);
			assertThat(refusal.body()).asString().isEqualTo("why");
		});
	}

	@Test
	void requestIsThatWhichIsSent() {
		List<JsonRpcTransportRequest> seen = new ArrayList<>();
		StubTransport transport = StubTransport.json(Message.BLOCKING.answer);
		template(transport, (request) -> {
			seen.add(request);
			return Mono.empty();
		}).method("m").header("X-Tenant", "blue").retrieve(Integer.class);
		assertThat(new String(seen.get(0).body(), StandardCharsets.UTF_8)).isEqualTo(transport.sent().get(0));
		assertThat(seen.get(0).headers()).isEqualTo(transport.request().headers());
	}

	@ParameterizedTest
	@EnumSource
	void failureIsATransportExceptionAndNothingIsSent(Message message) {
		StubTransport transport = StubTransport.json(message.answer);
		IllegalStateException failure = new IllegalStateException("s3cr3t");
		for (JsonRpcAuthentication authentication : List.<JsonRpcAuthentication>of((request) -> Mono.error(failure),
				(request) -> {
					throw failure;
				})) {
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> message.send(template(transport, authentication)))
				.withCause(failure)
				.withMessageEndingWith("authentication failed: IllegalStateException")
				.satisfies((ex) -> assertThat(ex.status()).isNull());
		}
		assertThat(transport.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void failureToGetFreshHeadersLeavesTheRefusalAsTheAnswer(Message message) {
		HttpHeaders challenge = new HttpHeaders();
		challenge.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		StubTransport transport = StubTransport.http(401, challenge, "why");
		Exception failure = new ConnectException("s3cr3t");
		try (CapturedLog log = CapturedLog.debug("default")) {
			assertThatExceptionOfType(JsonRpcTransportException.class)
				.isThrownBy(() -> message.send(template(transport, authentication("old", Mono.error(failure)))))
				.withMessageEndingWith("HTTP 401: why; authentication failed: cannot connect")
				.withCause(failure)
				.satisfies((ex) -> {
					assertThat(ex.status()).hasToString("401 UNAUTHORIZED");
					assertThat(ex.headers()).isEqualTo(challenge);
					assertThat(ex.body()).isEqualTo("why");
				});
			assertThat(log.lines().get(1)).isEqualTo("<-- 401, authentication failed: cannot connect (n ms)");
		}
		assertThat(transport.requests()).hasSize(1);
	}

	@Test
	void failureOfTheAuthenticationDoesNotNameTheServer() {
		JsonRpcTemplate rpc = JsonRpcTemplate.builder("http://rpc.example.com/")
			.authentication((request) -> Mono.error(new ConnectException()))
			.build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> rpc.call("m"))
			.withMessageEndingWith("authentication failed: cannot connect");
	}

	@Test
	void reasonThatMayBeShownIsShown() {
		RuntimeException failure = new NoCredentialsException("the vault is sealed",
				new IllegalStateException("s3cr3t"));
		assertThatExceptionOfType(JsonRpcTransportException.class)
			.isThrownBy(() -> template(StubTransport.silent(), (request) -> Mono.error(failure)).call("m"))
			.withMessageEndingWith("authentication failed: the vault is sealed")
			.withCause(failure);
	}

	@Test
	void failureIsLogged() {
		try (CapturedLog log = CapturedLog.debug("default")) {
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(
					() -> template(StubTransport.silent(), (request) -> Mono.error(new ConnectException("s3cr3t")))
						.call("m"));
			assertThat(log.lines()).containsExactly("--> {\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
					"<-- authentication failed: cannot connect (n ms)");
			assertThat(log.keyValues(1)).containsEntry("error.type", ConnectException.class.getName());
		}
	}

	@Test
	void deadlineCoversTheAuthentication() {
		assertDeadline(StubTransport.silent(),
				(request) -> Mono.<HttpHeaders>never().doOnCancel(() -> this.cancelled.set(true)),
				"nothing was sent, as there were no credentials yet");
	}

	@Test
	void deadlineCoversBothAttempts() {
		assertDeadline(StubTransport.http(401, HttpHeaders.EMPTY, ""),
				authentication("old", Mono.<HttpHeaders>never().doOnCancel(() -> this.cancelled.set(true))),
				"the server answered 401, and there were no other credentials yet");
	}

	@Test
	void whenTheMessageWasSentAtTheDeadlineThenTheOutcomeIsUnknown() {
		String unknown = "the outcome of the call is unknown";
		Mono<JsonRpcTransportResponse> silence = Mono.<JsonRpcTransportResponse>never()
			.doOnCancel(() -> this.cancelled.set(true));
		assertDeadline(StubTransport.answering((request) -> silence), renewing("old", "fresh"), unknown);
		assertDeadline(
				StubTransport.answering((request) -> authorization(request).equals("Bearer fresh") ? silence
						: Mono.just(StubTransport.response(401, HttpHeaders.EMPTY, ""))),
				renewing("old", "fresh"), unknown);
	}

	@Test
	void whenACallWithItsOwnAuthorizationWasSentAtTheDeadlineThenTheOutcomeIsUnknown() {
		assertThatExceptionOfType(JsonRpcTimeoutException.class)
			.isThrownBy(() -> template(StubTransport.silent(), renewing("old", "fresh")).method("m")
				.header("Authorization", "Bearer own")
				.timeout(Duration.ofMillis(1))
				.retrieve(Integer.class))
			.withMessageContaining("the outcome of the call is unknown");
	}

	private void assertDeadline(StubTransport transport, JsonRpcAuthentication authentication, String outcome) {
		StepVerifier.withVirtualTime(() -> template(transport, authentication).reactive().call("m"))
			.thenAwait(Duration.ofSeconds(60))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(JsonRpcTimeoutException.class)
				.hasMessageContaining("no answer within 60 s, " + outcome + "; 'timeout' sets the deadline"))
			.verify(Duration.ofSeconds(5));
		assertThat(this.cancelled).isTrue();
	}

	@Test
	void authenticationCanBeTakenAway() {
		StubTransport transport = StubTransport.json(Message.BLOCKING.answer);
		template(transport, tokens("a")).mutate().authentication(null).build().call("m");
		assertThat(transport.request().headers().containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
	}

	private static JsonRpcTemplate template(StubTransport transport, JsonRpcAuthentication authentication) {
		return JsonRpcTemplate.builder(transport).authentication(authentication).build();
	}

	private static JsonRpcAuthentication tokens(String... tokens) {
		Iterator<String> next = Arrays.asList(tokens).iterator();
		return (request) -> Mono.just(bearer(next.next()));
	}

	private JsonRpcAuthentication renewing(String first, String second) {
		return authentication(first, Mono.fromSupplier(() -> bearer(second)));
	}

	private JsonRpcAuthentication authentication(String first, Mono<HttpHeaders> second) {
		return authentication(bearer(first), second);
	}

	private JsonRpcAuthentication authentication(HttpHeaders first, Mono<HttpHeaders> second) {
		return new JsonRpcAuthentication() {

			@Override
			public Mono<HttpHeaders> authenticate(JsonRpcTransportRequest request) {
				return Mono.just(first);
			}

			@Override
			public Mono<HttpHeaders> reauthenticate(JsonRpcTransportRequest request, HttpHeaders headers,
					JsonRpcTransportResponse response) {
				AuthenticationTests.this.refusals.add(response);
				AuthenticationTests.this.refused.add(headers);
				return second;
			}

		};
	}

	private static HttpHeaders bearer(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth(token);
		return headers;
	}

	private static StubTransport accepting(String authorization, String answer) {
		Function<JsonRpcTransportRequest, Mono<JsonRpcTransportResponse>> server = (request) -> Mono
			.just(authorization.equals(authorization(request)) ? StubTransport.response(200, HttpHeaders.EMPTY, answer)
					: StubTransport.response(401, HttpHeaders.EMPTY, ""));
		return StubTransport.answering(server);
	}

	private static String authorization(JsonRpcTransportRequest request) {
		return String.valueOf(request.headers().getFirst(HttpHeaders.AUTHORIZATION));
	}

	enum Message {

		BLOCKING("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}", (rpc) -> rpc.request("m", Integer.class)),

		REACTIVE(BLOCKING.answer, (rpc) -> rpc.reactive().request("m", Integer.class).block()),

		BATCH("[" + BLOCKING.answer + "]",
				(rpc) -> rpc.send(JsonRpcBatchRequest.of(JsonRpcRequest.of("m").id(1).build()))),

		STREAM("{\"jsonrpc\":\"2.0\",\"result\":[5],\"id\":1}",
				(rpc) -> rpc.reactive().method("m").retrieveFlux(Integer.class).blockLast()),

		NOTIFICATION("", (rpc) -> rpc.notify("m"));

		private final String answer;

		private final Consumer<JsonRpcTemplate> sending;

		Message(String answer, Consumer<JsonRpcTemplate> sending) {
			this.answer = answer;
			this.sending = sending;
		}

		void send(JsonRpcTemplate rpc) {
			this.sending.accept(rpc);
		}

	}

}
