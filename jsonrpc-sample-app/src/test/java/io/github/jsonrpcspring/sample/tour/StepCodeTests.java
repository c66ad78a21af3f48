package io.github.jsonrpcspring.sample.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.sample.client.Account;
import io.github.jsonrpcspring.sample.client.Calculator;
import io.github.jsonrpcspring.sample.client.Cats;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code that a step shows is the code that it runs.
 */
class StepCodeTests {

	private static final JsonRpcTemplate rpc = JsonRpcTemplate.builder("http://127.0.0.1/").build();

	static Stream<TourPart> parts() {
		return Stream.of(new CalculatorSteps(client(Calculator.class)), new CatSteps(client(Cats.class)),
				new AccountSteps(client(Account.class)), new CallSteps(rpc), new IdSteps(rpc, rpc), new BatchSteps(rpc),
				new ErrorSteps(rpc, rpc), new MessageSteps(rpc), new ReactiveSteps(rpc.reactive()));
	}

	@ParameterizedTest
	@MethodSource("parts")
	void whenCodeIsShownThenTheSameCodeIsRun(TourPart part) throws IOException {
		String source = plain(Files
			.readString(Path.of("src/main/java").resolve(part.getClass().getName().replace('.', '/') + ".java")));
		for (Step step : part.steps()) {
			for (String statement : plain(step.code()).split(";", -1)) {
				assertThat(source.split(Pattern.quote(statement), -1)).as(statement).hasSizeGreaterThan(2);
			}
		}
	}

	private static <T> T client(Class<T> type) {
		return JsonRpcServiceProxyFactory.builder(rpc).build().createClient(type);
	}

	private static String plain(String code) {
		return code.replace("this.", "").replaceAll("\\s", "");
	}

}
