package io.github.jsonrpcspring.autoconfigure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.testsupport.StubTransport;
import io.github.jsonrpcspring.testsupport.application.Application;
import io.github.jsonrpcspring.testsupport.application.Calculator;
import io.github.jsonrpcspring.testsupport.application.FileCounter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.Advised;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Client interfaces whose beans are generated ahead of time.
 */
@CompileWithForkedClassLoader
class JsonRpcServiceAotTests {

	private static final String FILES = ClassUtils.getPackageName(Application.class) + ".Files";

	@Test
	void generatedClientsCallTheServer() {
		generate((initializer, hints) -> {
			GenericApplicationContext context = new GenericApplicationContext();
			initializer.initialize(context);
			context.refresh();
			try (context) {
				Calculator calculator = context.getBean(Calculator.class);
				assertThat(calculator).isSameAs(context.getBean(Calculator.class.getName()));
				assertThat(calculator.add(2, 3)).isEqualTo(5);
				assertThat(calculator.twice(2)).isEqualTo(5);
			}
		});
	}

	@Test
	void generatedClientsMayBeOfInterfacesThatAreNotPublic() {
		generate((initializer, hints) -> {
			GenericApplicationContext context = new GenericApplicationContext();
			initializer.initialize(context);
			context.refresh();
			try (context) {
				FileCounter counter = context.getBean(FileCounter.class);
				assertThat(counter.count("/")).isZero();
				assertThat(counter.missing("/nowhere")).isEqualTo("no such file /nowhere");
			}
		});
	}

	@Test
	void proxiesHaveHints() {
		generate((initializer, hints) -> {
			assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Calculator.class)).accepts(hints);
			assertThat(RuntimeHintsPredicates.proxies()
				.forInterfaces(Calculator.class, SpringProxy.class, Advised.class, DecoratingProxy.class))
				.accepts(hints);
			assertThat(RuntimeHintsPredicates.proxies()
				.forInterfaces(Calculator.class, Serializable.class, SpringProxy.class, Advised.class,
						DecoratingProxy.class))
				.accepts(hints);
			assertThat(hints.proxies().jdkProxyHints())
				.anySatisfy((hint) -> assertThat(hint.getProxiedInterfaces()).extracting(Object::toString)
					.containsExactly(FILES));
		});
	}

	@Test
	void defaultMethodsBindingTypesAndExceptionsHaveHints() {
		ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();
		generate((initializer, hints) -> {
			assertThat(reflection.onMethodInvocation(Calculator.class, "twice")).accepts(hints);
			assertThat(reflection.onMethodInvocation(Calculator.class, "add")).accepts(hints);
			assertThat(reflection.onMethodInvocation(type("Files"), "count")).accepts(hints);
			assertThat(reflection.onType(type("Files$Entry"))).accepts(hints);
			assertThat(reflection.onMethodInvocation(type("Files$Entry"), "size")).accepts(hints);
			assertThat(reflection.onMethodInvocation(type("Files$Filter"), "directory")).accepts(hints);
			assertThat(reflection.onMethodInvocation(type("Files$Details"), "path")).accepts(hints);
			Class<?> exception = type("Files$MissingFile");
			assertThat(Arrays.asList(exception.getDeclaredConstructors())).allSatisfy(
					(constructor) -> assertThat(reflection.onConstructorInvocation(constructor)).accepts(hints));
		});
	}

	private static Class<?> type(String name) {
		return ClassUtils.resolveClassName(ClassUtils.getPackageName(Application.class) + "." + name, null);
	}

	private static void generate(
			BiConsumer<ApplicationContextInitializer<GenericApplicationContext>, RuntimeHints> test) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Configured.class);
		AheadOfTime.process(context, test);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(JsonRpcServiceAutoConfiguration.class)
	@Import({ Application.class, FileCounter.class })
	static class Configured {

		@Bean
		JsonRpcTemplate calculatorJsonRpcTemplate() {
			return JsonRpcTemplate.builder(StubTransport.server((request) -> {
				if (request.namedParams().toString().contains("nowhere")) {
					return new JsonRpcError(-32004, "no such file",
							JsonNodeFactory.instance.objectNode().put("path", "/nowhere"));
				}
				return request.method().equals("add") ? 5 : List.of();
			})).name("calculator").build();
		}

	}

}
