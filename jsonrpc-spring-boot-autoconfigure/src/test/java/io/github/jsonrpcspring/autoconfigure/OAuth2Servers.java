package io.github.jsonrpcspring.autoconfigure;

import java.util.Arrays;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.MatchResult;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * A token endpoint that grants {@code t1}, {@code t2} and so on, and a JSON-RPC server.
 */
final class OAuth2Servers extends WireMockExtension {

	static final String CLIENT_SECRET = "client-s3cr3t";

	static final String TOKEN_PATH = "/token?key=query-s3cr3t";

	private static final String SCENARIO = "tokens";

	OAuth2Servers() {
		super(newInstance().options(WireMockConfiguration.options().dynamicPort().globalTemplating(true)));
	}

	/**
	 * Return the properties of a registration {@code auth} and a client that uses it.
	 */
	String[] properties(String... more) {
		String registration = "spring.security.oauth2.client.registration.auth.";
		return Stream.concat(
				Stream.of("jsonrpc.clients.node.url=" + baseUrl() + "/rpc",
						"jsonrpc.clients.node.auth.oauth2.registration-id=auth", registration + "client-id=app",
						registration + "client-secret=" + CLIENT_SECRET,
						registration + "authorization-grant-type=client_credentials",
						"spring.security.oauth2.client.provider.auth.token-uri=" + baseUrl() + TOKEN_PATH),
				Arrays.stream(more))
			.toArray(String[]::new);
	}

	/**
	 * Grant a token with each request, that lives for the seconds in the place of its
	 * number.
	 */
	void grant(int... lifetimes) {
		for (int i = 0; i < lifetimes.length; i++) {
			String body = "{\"access_token\":\"t%d\",\"token_type\":\"Bearer\",\"expires_in\":%d}".formatted(i + 1,
					lifetimes[i]);
			stubFor(post(urlEqualTo(TOKEN_PATH)).inScenario(SCENARIO)
				.whenScenarioStateIs((i == 0) ? "Started" : "granted " + i)
				.withRequestBody(containing("grant_type=client_credentials"))
				.willReturn(ClientWire.json(body).withFixedDelay(100))
				.willSetStateTo("granted " + (i + 1)));
		}
	}

	void refuseTokens(int status, String body) {
		stubFor(post(urlEqualTo(TOKEN_PATH)).willReturn(ClientWire.json(body).withStatus(status)));
	}

	/**
	 * Answer 5 to who has one of the tokens, and 401 to the others.
	 */
	void accept(String... tokens) {
		stubFor(post(urlPathEqualTo("/rpc")).willReturn(aResponse().withStatus(401)));
		for (String token : tokens) {
			accept(token, ClientWire.json(ClientWire.ECHO));
		}
	}

	private void accept(String token, ResponseDefinitionBuilder answer) {
		stubFor(post(urlPathEqualTo("/rpc")).andMatching((request) -> carries(request, token)).willReturn(answer));
	}

	private static MatchResult carries(Request request, String token) {
		return MatchResult.of(("Bearer " + token).equals(request.getHeader("Authorization")));
	}

	int tokenRequests() {
		return findAll(postRequestedFor(urlEqualTo(TOKEN_PATH))).size();
	}

	int calls() {
		return findAll(postRequestedFor(urlPathEqualTo("/rpc"))).size();
	}

}
