package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for which access token is dropped, and when.
 */
@ExtendWith(OutputCaptureExtension.class)
class OAuth2AuthenticationTests {

	private static final JsonRpcTransportRequest REQUEST = JsonRpcTransportRequest.of(new byte[0]).build();

	private static final JsonRpcTransportResponse REFUSAL = new JsonRpcTransportResponse(HttpStatus.UNAUTHORIZED,
			HttpHeaders.EMPTY, new byte[0]);

	private static final long PAUSE = Duration.ofSeconds(10).toNanos();

	private final AtomicInteger dropped = new AtomicInteger();

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - PAUSE);

	@Test
	void tokenThatWasRefusedIsDropped() {
		OAuth2Authentication authentication = authentication("old", "old", "fresh", "fresh");
		assertThat(authenticate(authentication)).isEqualTo("Bearer old");
		assertThat(reauthenticate(authentication, "old")).isEqualTo("Bearer fresh");
		assertThat(this.dropped).hasValue(1);
		assertThat(authenticate(authentication)).isEqualTo("Bearer fresh");
	}

	@Test
	void whenThereIsAFreshTokenAlreadyThenItIsNotDropped() {
		OAuth2Authentication authentication = authentication("old", "fresh", "fresh");
		authenticate(authentication);
		authenticate(authentication);
		assertThat(reauthenticate(authentication, "old")).isEqualTo("Bearer fresh");
		assertThat(this.dropped).hasValue(0);
	}

	@Test
	void tokenOfAFetchThatBeganBeforeTheRefusalIsNotTakenForAFreshOne() {
		List<MonoSink<String>> fetches = new ArrayList<>();
		OAuth2Authentication authentication = new OAuth2Authentication("auth",
				new AccessTokens(Mono.create(fetches::add), Mono.fromRunnable(this.dropped::incrementAndGet)),
				this.clock::get);
		List<String> tokens = new ArrayList<>();
		authentication.authenticate(REQUEST).subscribe();
		fetches.remove(0).success("old");
		authentication.authenticate(REQUEST).subscribe();
		authentication.reauthenticate(REQUEST, bearer("old"), REFUSAL)
			.subscribe((headers) -> tokens.add(authorization(headers)));
		assertThat(fetches).hasSize(1);
		fetches.get(0).success("old");
		assertThat(fetches).hasSize(2);
		fetches.get(1).success("fresh");
		assertThat(tokens).containsExactly("Bearer fresh");
		assertThat(this.dropped).hasValue(1);
	}

	@Test
	void whenTheTokenStaysTheSameThenItIsReplacedOnceForEachRefusal() {
		TokenStore store = new TokenStore((fetch) -> "constant");
		OAuth2Authentication authentication = store.authentication();
		refuse(authentication);
		for (int i = 0; i < 100; i++) {
			assertThat(authenticate(authentication)).isEqualTo("Bearer constant");
		}
		assertThat(store.fetches).hasValue(2);
	}

	@Test
	void whenAReplacementIsRefusedTooThenItStaysForTenSeconds() {
		TokenStore store = new TokenStore((fetch) -> "t" + fetch);
		OAuth2Authentication authentication = store.authentication();
		refuse(authentication);
		for (int i = 0; i < 100; i++) {
			assertThat(refuse(authentication)).isNull();
		}
		assertThat(store.fetches).hasValue(2);
		this.clock.addAndGet(PAUSE - 1);
		assertThat(refuse(authentication)).isNull();
		this.clock.addAndGet(1);
		assertThat(refuse(authentication)).isEqualTo("Bearer t3");
		assertThat(refuse(authentication)).isNull();
		assertThat(store.fetches).hasValue(3);
	}

	@Test
	void lateRefusalOfAnOlderTokenDoesNotHideThatOfTheLast() {
		TokenStore store = new TokenStore((fetch) -> "t" + fetch);
		OAuth2Authentication authentication = store.authentication();
		refuse(authentication);
		this.clock.addAndGet(PAUSE);
		Mono<HttpHeaders> pending = authentication.reauthenticate(REQUEST, bearer("t2"), REFUSAL);
		store.held = Sinks.empty();
		List<String> tokens = new ArrayList<>();
		pending.subscribe((headers) -> tokens.add(authorization(headers)));
		authentication.reauthenticate(REQUEST, bearer("t1"), REFUSAL)
			.subscribe((headers) -> tokens.add(authorization(headers)));
		store.held.tryEmitEmpty();
		assertThat(tokens).containsExactly("Bearer t3", "Bearer t3");
		assertThat(store.fetches).hasValue(3);
	}

	@Test
	void whenADroppedTokenComesAgainThenThereIsOneWarning(CapturedOutput output) {
		OAuth2Authentication authentication = authentication("s3cr3t", "s3cr3t", "s3cr3t", "s3cr3t", "s3cr3t", "s3cr3t",
				"s3cr3t");
		authenticate(authentication);
		assertThat(output).doesNotContain("WARN");
		refuse(authentication);
		this.clock.addAndGet(PAUSE);
		refuse(authentication);
		assertThat(this.dropped).hasValue(2);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "WARN")).isEqualTo(1);
		assertThat(output).contains("client registration 'auth'", "authorized-client service").doesNotContain("s3cr3t");
	}

	@Test
	void whoeverGoesLeavesTheFetchToTheOthers() {
		TokenStore store = new TokenStore((fetch) -> "t" + fetch);
		store.held = Sinks.empty();
		OAuth2Authentication authentication = store.authentication();
		for (int i = 0; i < 10; i++) {
			authentication.authenticate(REQUEST).subscribe().dispose();
		}
		store.held.tryEmitEmpty();
		assertThat(authenticate(authentication)).isEqualTo("Bearer t1");
		assertThat(store.fetches).hasValue(1);
	}

	@Test
	void failureToForgetATokenIsCleanedBeforeAnyoneCanLogIt() {
		OAuth2AuthorizedClientService service = mock(OAuth2AuthorizedClientService.class, (invocation) -> {
			throw new IllegalStateException("s3cr3t");
		});
		assertThatExceptionOfType(TokenUnavailableException.class)
			.isThrownBy(() -> AccessTokens.of("auth", (request) -> null, service).drop().block())
			.withMessage("No access token for the client registration 'auth': IllegalStateException")
			.withNoCause();
	}

	@Test
	void fetchThatHangsIsGivenUp() {
		StepVerifier
			.withVirtualTime(() -> new OAuth2Authentication("auth", new AccessTokens(Mono.never(), Mono.empty()),
					this.clock::get)
				.authenticate(REQUEST))
			.thenAwait(Duration.ofSeconds(30))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(TokenUnavailableException.class)
				.hasMessage("No access token for the client registration 'auth': it takes too long"))
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void failureOfABlockingManagerIsCleanedBeforeAnyoneCanLogIt() {
		OAuth2AuthorizedClientManager manager = (request) -> {
			throw new IllegalStateException("s3cr3t");
		};
		assertThatExceptionOfType(TokenUnavailableException.class)
			.isThrownBy(() -> AccessTokens.of("auth", manager, null).current().block())
			.withMessage("No access token for the client registration 'auth': IllegalStateException")
			.withNoCause();
	}

	@Test
	void errorsOfTheVirtualMachineAreNotHidden() {
		OAuth2Authentication authentication = new OAuth2Authentication("auth",
				new AccessTokens(Mono.error(new NoClassDefFoundError()), Mono.empty()), this.clock::get);
		assertThatExceptionOfType(NoClassDefFoundError.class)
			.isThrownBy(() -> authentication.authenticate(REQUEST).block());
	}

	private OAuth2Authentication authentication(String... tokens) {
		Iterator<String> next = Arrays.asList(tokens).iterator();
		return new OAuth2Authentication("auth",
				new AccessTokens(Mono.fromSupplier(next::next), Mono.fromRunnable(this.dropped::incrementAndGet)),
				this.clock::get);
	}

	/**
	 * Refuse the token that there is, and return what comes in its place.
	 */
	private static @Nullable String refuse(OAuth2Authentication authentication) {
		HttpHeaders refused = authentication.authenticate(REQUEST).block();
		HttpHeaders fresh = authentication.reauthenticate(REQUEST, refused, REFUSAL).block();
		return (fresh != null) ? authorization(fresh) : null;
	}

	private static String authenticate(OAuth2Authentication authentication) {
		return authorization(authentication.authenticate(REQUEST).block());
	}

	private static String reauthenticate(OAuth2Authentication authentication, String refused) {
		return authorization(authentication.reauthenticate(REQUEST, bearer(refused), REFUSAL).block());
	}

	private static HttpHeaders bearer(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth(token);
		return headers;
	}

	private static String authorization(HttpHeaders headers) {
		return String.valueOf(headers.getFirst(HttpHeaders.AUTHORIZATION));
	}

	/**
	 * Keeps the token that was fetched last until it is dropped.
	 */
	private final class TokenStore {

		private final AtomicInteger fetches = new AtomicInteger();

		private final IntFunction<String> endpoint;

		private Sinks.Empty<Void> held = Sinks.empty();

		private @Nullable String token;

		TokenStore(IntFunction<String> endpoint) {
			this.endpoint = endpoint;
			this.held.tryEmitEmpty();
		}

		OAuth2Authentication authentication() {
			return new OAuth2Authentication("auth",
					new AccessTokens(Mono.defer(this::current), Mono.fromRunnable(() -> this.token = null)),
					OAuth2AuthenticationTests.this.clock::get);
		}

		private Mono<String> current() {
			return this.held.asMono().then(Mono.fromSupplier(() -> {
				this.token = (this.token != null) ? this.token : this.endpoint.apply(this.fetches.get());
				return this.token;
			})).doOnSubscribe((subscription) -> {
				if (this.token == null) {
					this.fetches.incrementAndGet();
				}
			});
		}

	}

}
