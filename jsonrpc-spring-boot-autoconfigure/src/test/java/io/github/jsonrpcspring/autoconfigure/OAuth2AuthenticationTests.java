package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for which access token is dropped, and when.
 */
class OAuth2AuthenticationTests {

	private static final JsonRpcTransportRequest REQUEST = JsonRpcTransportRequest.of(new byte[0]).build();

	private static final JsonRpcTransportResponse REFUSAL = new JsonRpcTransportResponse(HttpStatus.UNAUTHORIZED,
			HttpHeaders.EMPTY, new byte[0]);

	private final AtomicInteger dropped = new AtomicInteger();

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
		OAuth2Authentication authentication = authentication("fresh");
		assertThat(reauthenticate(authentication, "old")).isEqualTo("Bearer fresh");
		assertThat(this.dropped).hasValue(0);
	}

	@Test
	void tokenOfAFetchThatBeganBeforeTheRefusalIsNotTakenForAFreshOne() {
		List<MonoSink<String>> fetches = new ArrayList<>();
		OAuth2Authentication authentication = new OAuth2Authentication("auth",
				new AccessTokens(Mono.create(fetches::add), Mono.fromRunnable(this.dropped::incrementAndGet)));
		List<String> tokens = new ArrayList<>();
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
	void fetchThatHangsIsGivenUp() {
		StepVerifier
			.withVirtualTime(() -> new OAuth2Authentication("auth", new AccessTokens(Mono.never(), Mono.empty()))
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
				new AccessTokens(Mono.error(new NoClassDefFoundError()), Mono.empty()));
		assertThatExceptionOfType(NoClassDefFoundError.class)
			.isThrownBy(() -> authentication.authenticate(REQUEST).block());
	}

	private OAuth2Authentication authentication(String... tokens) {
		Iterator<String> next = Arrays.asList(tokens).iterator();
		return new OAuth2Authentication("auth",
				new AccessTokens(Mono.fromSupplier(next::next), Mono.fromRunnable(this.dropped::incrementAndGet)));
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

}
