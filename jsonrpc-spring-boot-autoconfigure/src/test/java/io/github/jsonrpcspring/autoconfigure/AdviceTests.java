package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.service.JsonRpcServiceRuntimeHints;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.github.jsonrpcspring.testsupport.application.Application;
import io.github.jsonrpcspring.testsupport.application.Calculator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Retries and caches of Spring Framework on the methods of a client interface.
 */
class AdviceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final AtomicInteger failures = new AtomicInteger();

	private final StubTransport transport = StubTransport.server((request) -> (this.failures.getAndDecrement() > 0)
			? new JsonRpcError(-32000, "busy", null) : request.positionalParams().get(0));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JsonRpcServiceAutoConfiguration.class, AopAutoConfiguration.class))
		.withUserConfiguration(Application.class)
		.withBean("calculatorJsonRpcTemplate", JsonRpcTemplate.class,
				() -> JsonRpcTemplate.builder(this.transport).name("calculator").build());

	@Test
	void aRetryableMethodIsRetriedWithNewIds() {
		this.failures.set(2);
		this.runner.withUserConfiguration(Resilient.class).run((context) -> {
			assertThat(context.getBean(Calculator.class).retried(7)).isEqualTo(7);
			assertThat(this.transport.sent()).containsExactly(call("retried", 1), call("retried", 2),
					call("retried", 3));
		});
	}

	@Test
	void aRetryableMethodThatKeepsFailingThrowsItsError() {
		this.failures.set(3);
		this.runner.withUserConfiguration(Resilient.class).run((context) -> {
			assertThatExceptionOfType(JsonRpcServerErrorException.class)
				.isThrownBy(() -> context.getBean(Calculator.class).retried(7))
				.withMessageContaining("busy");
			assertThat(this.transport.sent()).hasSize(3);
		});
	}

	@Test
	void aRetryableMonoIsRetriedWithNewIds() {
		this.failures.set(2);
		this.runner.withUserConfiguration(Resilient.class).run((context) -> {
			Mono<Integer> result = context.getBean(Calculator.class).retriedLater(7);
			assertThat(this.transport.sent()).isEmpty();
			StepVerifier.create(result).expectNext(7).expectComplete().verify(PATIENCE);
			assertThat(this.transport.sent()).containsExactly(call("retriedLater", 1), call("retriedLater", 2),
					call("retriedLater", 3));
		});
	}

	@Test
	void aCacheableMethodIsCalledOnceForEachArgument() {
		this.runner.withUserConfiguration(Cached.class).run((context) -> {
			Calculator calculator = context.getBean(Calculator.class);
			assertThat(calculator.cached(7)).isEqualTo(7);
			assertThat(calculator.cached(7)).isEqualTo(7);
			assertThat(calculator.cached(8)).isEqualTo(8);
			assertThat(this.transport.sent()).hasSize(2);
		});
	}

	@Test
	void aCacheableMonoIsCalledOnceForEachArgument() {
		this.runner.withUserConfiguration(Cached.class).run((context) -> {
			Calculator calculator = context.getBean(Calculator.class);
			StepVerifier.create(calculator.cachedLater(7)).expectNext(7).expectComplete().verify(PATIENCE);
			StepVerifier.create(calculator.cachedLater(7)).expectNext(7).expectComplete().verify(PATIENCE);
			assertThat(this.transport.sent()).hasSize(1);
		});
	}

	@Test
	void retriesAndCachesWorkTogetherWithDefaultMethods() {
		this.failures.set(1);
		this.runner.withUserConfiguration(Resilient.class, Cached.class).run((context) -> {
			Calculator calculator = context.getBean(Calculator.class);
			assertThat(calculator.retried(7)).isEqualTo(7);
			assertThat(calculator.cached(7)).isEqualTo(7);
			assertThat(calculator.cached(7)).isEqualTo(7);
			assertThat(calculator.twice(2)).isEqualTo(2);
			assertThat(calculator).hasToString(Calculator.class.getName() + " of client 'calculator'");
			assertThat(this.transport.sent()).hasSize(4);
		});
	}

	@Test
	void theProxyOfACachedClientHasHints() {
		this.runner.withUserConfiguration(Cached.class).run((context) -> {
			RuntimeHints hints = new RuntimeHints();
			JsonRpcServiceRuntimeHints.forTypes(Calculator.class).registerHints(hints, null);
			assertThat(RuntimeHintsPredicates.proxies()
				.forInterfaces(context.getBean(Calculator.class).getClass().getInterfaces())).accepts(hints);
		});
	}

	private static String call(String method, int id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":[7],\"id\":%d}".formatted(method, id);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableResilientMethods
	static class Resilient {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	static class Cached {

		@Bean
		CacheManager cacheManager() {
			ConcurrentMapCacheManager manager = new ConcurrentMapCacheManager();
			manager.setAllowNullValues(false);
			return manager;
		}

	}

}
