package io.github.jsonrpcspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JsonRpcClientSettings}, their builder and {@link Endpoint}.
 */
class SettingsTests {

	private static JsonRpcClientSettings full() {
		return JsonRpcClientSettings.builder("full")
			.url("https://user:secret1@rpc.example.com:8443/secret2/v1?key=secret3")
			.header("X-Key", "secret4")
			.validation(JsonRpcValidation.STRICT)
			.version(JsonRpcVersion.V1_0)
			.namedParams(true)
			.sendEmptyParams(true)
			.omitNullParams(true)
			.extraMember("token", "secret5")
			.timeout(Duration.ofSeconds(3))
			.maxResponseSize(1000)
			.batch(new JsonRpcClientSettings.Batch(false, 5))
			.methods(List.of(new JsonRpcClientSettings.Method("eth_*", Duration.ofSeconds(1), false)))
			.log(new JsonRpcClientSettings.Log(10, Set.of("password")))
			.build();
	}

	@Test
	void headerWithAControlCharacterIsRefusedWithoutItsValue() {
		List<ThrowingCallable> ways = List.of(() -> JsonRpcClientSettings.builder("node").bearerAuth("s3cr3t\n"),
				() -> JsonRpcTemplate.builder("http://localhost/").defaultHeader("Authorization", "s3cr3t\u0000"),
				() -> JsonRpcCallOptions.builder().header("Authorization", "s3cr3t\u007f"));
		assertThat(ways).allSatisfy((way) -> assertThatIllegalArgumentException().isThrownBy(way)
			.withMessageStartingWith("The value of the header 'Authorization' has a line break")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("s3cr3t")));
		assertThat(JsonRpcCallOptions.builder().header("X-Tabs", "a\tb").build().headers().getFirst("X-Tabs"))
			.isEqualTo("a\tb");
	}

	@Test
	void defaults() {
		JsonRpcClientSettings settings = JsonRpcClientSettings.defaults("calculator");
		assertThat(settings.name()).isEqualTo("calculator");
		assertThat(settings.target()).isNull();
		assertThat(settings.headers().headerSet()).hasSize(2);
		assertThat(settings.headers().get("Content-Type")).containsExactly("application/json");
		assertThat(settings.headers().getFirst("Accept")).startsWith("application/json");
		assertThat(settings.validation()).isEqualTo(JsonRpcValidation.LENIENT);
		assertThat(settings.version()).isEqualTo(JsonRpcVersion.V2_0);
		assertThat(settings.namedParams()).isFalse();
		assertThat(settings.sendEmptyParams()).isFalse();
		assertThat(settings.omitNullParams()).isFalse();
		assertThat(settings.extraMembers()).isEmpty();
		assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
		assertThat(settings.maxResponseSize()).isEqualTo(10 * 1024 * 1024);
		assertThat(settings.batch()).isEqualTo(new JsonRpcClientSettings.Batch(true, Integer.MAX_VALUE));
		assertThat(settings.methods()).isEmpty();
		assertThat(settings.log()).isEqualTo(new JsonRpcClientSettings.Log(1024, Set.of()));
	}

	@Test
	void mutateKeepsEverything() {
		assertThat(full().mutate().build()).isEqualTo(full());
		assertThat(full().mutate().name("other").build().name()).isEqualTo("other");
	}

	@Test
	void settingsAreImmutable() {
		JsonRpcClientSettings settings = full();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> settings.headers().set("X-Key", "other"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> settings.extraMembers().put("token", "other"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> settings.methods().remove(0));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> settings.log().mask().add("other"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			"",          The mask has a blank entry
			"  ",        The mask has a blank entry
			/params/~,   "A JSON pointer has '~0' and '~1', not '~' (RFC 6901, section 3)"
			/secret~2/0, "A JSON pointer has '~0' and '~1', not '~2' (RFC 6901, section 3)"
			""", quoteCharacter = '"')
	void maskThatHidesNothingIsRefused(String entry, String message) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new JsonRpcClientSettings.Log(1000, Set.of("password", entry)))
			.withMessage(message);
	}

	@Test
	void maskTakesNamesAndPointers() {
		Set<String> mask = Set.of("name", "~2", "a/b~", "/params/0", "/", "/a~0~1b");
		assertThat(new JsonRpcClientSettings.Log(1000, mask).mask()).isEqualTo(mask);
	}

	@Test
	void textHidesSecrets() {
		assertThat(full().toString()).doesNotContain("secret", "user", "dXNlc")
			.contains("https://rpc.example.com:8443", "X-Key", "Authorization", "token");
		assertThat(JsonRpcClientSettings.defaults("bare").toString()).contains("target=null");
	}

	@Test
	void zeroIsNoTimeout() {
		assertThat(JsonRpcClientSettings.builder("x").timeout(Duration.ZERO).build().timeout()).isNull();
	}

	@Test
	void firstMethodThatMatchesCounts() {
		JsonRpcClientSettings.Method exact = new JsonRpcClientSettings.Method("eth_call", null, true);
		JsonRpcClientSettings.Method prefix = new JsonRpcClientSettings.Method("eth_*", null, true);
		JsonRpcClientSettings settings = JsonRpcClientSettings.builder("x").methods(List.of(exact, prefix)).build();
		assertThat(settings.forMethod("eth_call")).isSameAs(exact);
		assertThat(settings.forMethod("eth_send")).isSameAs(prefix);
		assertThat(settings.forMethod("net_version")).isNull();
	}

	@Test
	void limitsAreAtLeastOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcClientSettings.builder("x").maxResponseSize(0))
			.withMessage("The maximum response size must be at least one byte");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JsonRpcClientSettings.builder("x").batch(new JsonRpcClientSettings.Batch(true, 0)))
			.withMessage("The maximum batch size must be at least 1");
	}

	@Test
	void authenticationIsAHeader() {
		assertThat(JsonRpcClientSettings.builder("x").basicAuth("user", "päss").build().headers().get("Authorization"))
			.containsExactly("Basic dXNlcjpww6Rzcw==");
		assertThat(JsonRpcClientSettings.builder("x")
			.basicAuth("user", "pass")
			.bearerAuth("abc")
			.build()
			.headers()
			.get("Authorization")).containsExactly("Bearer abc");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			http://host,                              http://host/,
			HTTPS://host/,                            HTTPS://host/,
			http://host?key=1,                        http://host/?key=1,
			http://host:8080/a/b?c=d&e=f,             http://host:8080/a/b?c=d&e=f,
			http://host/#fragment,                    http://host/,
			http://host/a%2Fb?c=%20,                  http://host/a%2Fb?c=%20,
			' http://host/ ',                         http://host/,
			http://[::1]:8080/rpc,                    http://[::1]:8080/rpc,
			http://user:pass@[2001:db8::1]/rpc,       http://[2001:db8::1]/rpc,  user:pass
			https://user:pa%3Ass@host/path?key=1,     https://host/path?key=1,   user:pa:ss
			https://us%40er:p%C3%A4ss@host/,          https://host/,             us@er:päss
			https://user@host/,                       https://host/,             user:
			https://user:a:b@host/,                   https://host/,             user:a:b
			https://:pass@host/,                      https://host/,             :pass
			""")
	void urlIsParsed(String url, URI target, @Nullable String credentials) {
		JsonRpcClientSettings settings = JsonRpcClientSettings.builder("x").url(url).build();
		assertThat(settings.target()).isEqualTo(target);
		HttpHeaders expected = new HttpHeaders();
		if (credentials != null) {
			String[] parts = credentials.split(":", 2);
			expected.setBasicAuth(parts[0], parts[1], java.nio.charset.StandardCharsets.UTF_8);
		}
		assertThat(settings.headers().get("Authorization")).isEqualTo(expected.get("Authorization"));
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					https://user:secret@ho st/secret,   The URL is malformed: it must look like https://host:port/path with special characters percent-encoded
					https://user:secret^@host/,         The URL is malformed: it must look like https://host:port/path with special characters percent-encoded
					ftp://user:secret@host/,            The URL must begin with http:// or https://
					user:secret@host,                   The URL must begin with http:// or https://
					/secret/path,                       The URL must begin with http:// or https://
					'',                                 The URL must begin with http:// or https://
					http://,                            The URL is malformed: it must look like https://host:port/path with special characters percent-encoded
					http:///secret,                     The URL names no host
					http:secret,                        The URL names no host
					http://user:secret@under_score/,    The URL names no host
					""")
	void malformedUrlIsNeverEchoed(String url, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcTemplate.builder(url))
			.withMessage(message)
			.withNoCause();
	}

	@Test
	void addressIsShownWithoutPathAndQuery() {
		Endpoint endpoint = Endpoint.parse("https://user:pass@host:1/secret?key=secret");
		assertThat(endpoint).hasToString("https://host:1");
		assertThat(Endpoint.display(URI.create("http://[::1]/secret"))).isEqualTo("http://[::1]");
		assertThat(Endpoint.display(URI.create("//host/secret"))).isEqualTo("//host");
	}

}
