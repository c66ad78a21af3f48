package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.testsupport.StackTraces;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties with which no application starts, and what the failure has to say: it begins
 * with the key, and never has the secret.
 */
final class BadInput {

	static final String SECRET = "s3cr3t";

	static final String CLIENT = "jsonrpc.clients.node.";

	static final String URL = CLIENT + "url=https://rpc.example.com/v1/" + SECRET;

	private final String name;

	private final List<String> properties = new ArrayList<>();

	private final List<String> words = new ArrayList<>();

	private String[] environment = {};

	private String yaml = "";

	private BadInput(String name) {
		this.name = name;
	}

	static BadInput of(String name) {
		return new BadInput(name);
	}

	BadInput with(String... properties) {
		this.properties.addAll(Arrays.asList(properties));
		return this;
	}

	BadInput environment(String... variables) {
		this.environment = variables;
		return this;
	}

	BadInput yaml(String yaml) {
		this.yaml = yaml;
		return this;
	}

	BadInput expect(String... words) {
		this.words.addAll(Arrays.asList(words));
		return this;
	}

	void run(ApplicationContextRunner runner) {
		runner.withPropertyValues(this.properties.toArray(String[]::new))
			.withInitializer(TestContexts.yaml(this.yaml))
			.withInitializer(TestContexts.systemEnvironment(this.environment))
			.withBean("myIds", JsonRpcIdGenerator.class, JsonRpcIdGenerator::uuid)
			.run((context) -> {
				assertThat(context).hasFailed();
				check(context.getStartupFailure());
			});
	}

	private void check(Throwable failure) {
		FailureAnalysis analysis = analysis(failure);
		String text = analysis.getDescription() + "\n" + analysis.getAction();
		assertThat(text).contains(this.words);
		assertThat(analysis.getDescription()).contains("'" + this.words.get(0) + "'");
		assertThat(analysis.getAction()).isNotBlank();
		assertThat(text).doesNotContain(SECRET);
		assertThat(StackTraces.of(failure)).doesNotContain(SECRET, "Error processing condition");
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Return YAML with a client and one more line for it.
	 */
	static String client(String line) {
		return """
				jsonrpc:
				  clients:
				    node:
				      url: https://u:s3cr3t@example.com
				      %s
				""".formatted(line);
	}

	static FailureAnalysis analysis(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailureAnalyzedException analyzed) {
				return analyzed.analysis();
			}
		}
		throw new AssertionError("Not analyzed", failure);
	}

}
