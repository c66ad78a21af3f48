package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StackTraces;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Access tokens over the wire, in each kind of application.
 */
class OAuth2WireTests {

	private static final int HOUR = 3600;

	@RegisterExtension
	static final OAuth2Servers servers = new OAuth2Servers();

	@ParameterizedTest
	@EnumSource
	void tokenIsFetchedOnceForAThousandCalls(Application application) {
		servers.grant(HOUR, HOUR);
		servers.accept("t1");
		run(application, (context) -> {
			ReactiveJsonRpcTemplate rpc = context.getBean(ReactiveJsonRpcTemplate.class);
			assertThat(Flux.range(0, 500)
				.flatMap((i) -> rpc.request("add", Integer.class, i), 50)
				.count()
				.block(Duration.ofMinutes(1))).isEqualTo(500);
			JsonRpcTemplate blocking = context.getBean(JsonRpcTemplate.class);
			assertThat(IntStream.range(0, 400)
				.parallel()
				.map((i) -> blocking.request("add", Integer.class, i))
				.filter((five) -> five == 5)
				.count()).isEqualTo(400);
			IntStream.range(0, 100).forEach((i) -> blocking.call("add", i));
			assertThat(servers.calls()).isEqualTo(1000);
			assertThat(servers.tokenRequests()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@EnumSource
	void tokenThatHasExpiredIsFetchedAnew(Application application) {
		servers.grant(1, HOUR);
		servers.accept("t1", "t2");
		run(application, (context) -> {
			JsonRpcTemplate rpc = context.getBean(JsonRpcTemplate.class);
			rpc.call("add");
			assertThat(servers.tokenRequests()).isEqualTo(1);
			rpc.call("add");
			rpc.call("add");
			assertThat(servers.tokenRequests()).isEqualTo(2);
			assertThat(servers.calls()).isEqualTo(3);
		});
	}

	@ParameterizedTest
	@EnumSource
	void tokenThatIsRefusedIsFetchedAnewOnce(Application application) {
		servers.grant(HOUR, HOUR, HOUR);
		servers.accept("t2");
		run(application, (context) -> {
			ReactiveJsonRpcTemplate rpc = context.getBean(ReactiveJsonRpcTemplate.class);
			assertThat(Flux.range(0, 20)
				.flatMap((i) -> rpc.request("add", Integer.class, i), 20)
				.count()
				.block(Duration.ofMinutes(1))).isEqualTo(20);
			context.getBean(JsonRpcTemplate.class).call("add");
			assertThat(servers.tokenRequests()).isEqualTo(2);
			assertThat(servers.calls()).isBetween(22, 41);
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenEveryTokenIsRefusedThenACallIsSentTwice(Application application) {
		servers.grant(HOUR, HOUR, HOUR);
		servers.accept();
		run(application, (context) -> {
			JsonRpcTemplate rpc = context.getBean(JsonRpcTemplate.class);
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> rpc.call("add"))
				.satisfies((ex) -> assertThat(ex.status()).hasToString("401 UNAUTHORIZED"));
			assertThat(servers.tokenRequests()).isEqualTo(2);
			assertThat(servers.calls()).isEqualTo(2);
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenAHundredCallsAreRefusedThenTwoTokensAreFetched(Application application) {
		servers.grant(HOUR, HOUR, HOUR);
		servers.accept();
		run(application, (context) -> {
			JsonRpcTemplate rpc = context.getBean(JsonRpcTemplate.class);
			for (int i = 0; i < 100; i++) {
				assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> rpc.call("add"))
					.satisfies((ex) -> assertThat(ex.status()).hasToString("401 UNAUTHORIZED"));
			}
			assertThat(servers.tokenRequests()).isEqualTo(2);
			assertThat(servers.calls()).isEqualTo(101);
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsNoTokenThenNothingIsSentAndNoSecretShown(Application application) {
		servers.refuseTokens(400, "{\"error\":\"invalid_client\",\"error_description\":\"body-s3cr3t\"}");
		run(application, (context) -> {
			JsonRpcTemplate rpc = context.getBean(JsonRpcTemplate.class);
			assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> rpc.call("add"))
				.satisfies((ex) -> assertThat(StackTraces.of(ex)).doesNotContain("s3cr3t", servers.baseUrl()))
				.satisfies((ex) -> assertThat(ex).message()
					.contains(
							"authentication failed: No access token for the client registration 'auth': invalid_client"));
			assertThat(servers.calls()).isZero();
			servers.resetAll();
			servers.grant(HOUR);
			servers.accept("t1");
			rpc.call("add");
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenTheTokenEndpointFailsThenNoSecretIsShown(Application application) {
		servers.refuseTokens(500, "body-s3cr3t");
		run(application,
				(context) -> assertThatExceptionOfType(JsonRpcTransportException.class)
					.isThrownBy(() -> context.getBean(JsonRpcTemplate.class).call("add"))
					.withMessageContaining("authentication failed")
					.satisfies((ex) -> assertThat(StackTraces.of(ex)).doesNotContain("s3cr3t")));
	}

	private static void run(Application application, Consumer<ApplicationContext> test) {
		run(application.runner(), test);
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> void run(
			AbstractApplicationContextRunner<R, ?, ?> runner, Consumer<ApplicationContext> test) {
		runner.withConfiguration(TestContexts.autoConfigurations())
			.withConfiguration(AutoConfigurations.of(OAuth2ClientAutoConfiguration.class,
					ReactiveOAuth2ClientAutoConfiguration.class))
			.withPropertyValues(servers.properties())
			.run((context) -> test.accept(context));
	}

	enum Application {

		SERVLET {

			@Override
			AbstractApplicationContextRunner<?, ?, ?> runner() {
				return new WebApplicationContextRunner();
			}

		},

		REACTIVE {

			@Override
			AbstractApplicationContextRunner<?, ?, ?> runner() {
				return new ReactiveWebApplicationContextRunner();
			}

		},

		NONE {

			@Override
			AbstractApplicationContextRunner<?, ?, ?> runner() {
				return new ApplicationContextRunner();
			}

		};

		abstract AbstractApplicationContextRunner<?, ?, ?> runner();

	}

}
