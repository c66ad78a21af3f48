package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.context.ApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server, and applications with a client of it. It answers 5 to everything, unless a
 * test says otherwise.
 */
final class ClientWire extends WireMockExtension {

	static final String CLIENT = "jsonrpc.clients.node.";

	static final String ECHO = """
			{"jsonrpc":"2.0","id":{{toJson (jsonPath request.body '$.id')}},"result":5}""";

	private final Class<?>[] configurations;

	ClientWire(Class<?>... configurations) {
		super(newInstance().options(WireMockConfiguration.options().dynamicPort().globalTemplating(true)));
		this.configurations = configurations;
	}

	/**
	 * Start an application, make one call and return what came over the wire.
	 */
	LoggedRequest call(String... properties) {
		List<LoggedRequest> requests = new ArrayList<>();
		run((context) -> {
			assertThat(context.getBean(JsonRpcTemplate.class).request("add", Integer.class, 2, 3)).isEqualTo(5);
			requests.addAll(requests());
		}, properties);
		assertThat(requests).hasSize(1);
		return requests.get(0);
	}

	void run(Consumer<ApplicationContext> test, String... properties) {
		run(this.configurations, test, properties);
	}

	void run(Class<?> configuration, Consumer<ApplicationContext> test, String... properties) {
		run(new Class<?>[] { configuration }, test, properties);
	}

	private void run(Class<?>[] configurations, Consumer<ApplicationContext> test, String... properties) {
		resetRequests();
		if (listAllStubMappings().getMappings().isEmpty()) {
			stubFor(post(anyUrl()).willReturn(json(ECHO)));
		}
		TestContexts.runner()
			.withUserConfiguration(configurations)
			.withPropertyValues(CLIENT + "url=" + baseUrl() + "/")
			.withPropertyValues(properties)
			.run((context) -> test.accept(context));
	}

	List<LoggedRequest> requests() {
		return findAll(postRequestedFor(anyUrl()));
	}

	List<String> bodies() {
		return requests().stream().map(LoggedRequest::getBodyAsString).toList();
	}

	static ResponseDefinitionBuilder json(String body) {
		return aResponse().withHeader("Content-Type", "application/json").withBody(body);
	}

}
