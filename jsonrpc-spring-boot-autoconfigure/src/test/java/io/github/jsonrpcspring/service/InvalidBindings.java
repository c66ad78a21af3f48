package io.github.jsonrpcspring.service;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.github.jsonrpcspring.service.registry.ImportJsonRpcClients;
import io.github.jsonrpcspring.testsupport.StubTransport;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.mockito.Mockito.mock;

/**
 * Interfaces that do not go with their client.
 */
final class InvalidBindings {

	private static final String UNKNOWN = "A client that is not configured";

	private static final String NO_CLIENT = "No client's name, where no client is the only or primary one";

	private static final String VERSION_1 = "Named parameters for a client with version 1.0";

	private InvalidBindings() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(
				bound(UNKNOWN, "weather", InvalidBindings::twoClients,
						"names the client 'weather', which is not configured", "Known clients: cats, dogs." + remedy()),
				bound(UNKNOWN, "weather", (beans) -> {
				}, "names the client 'weather', which is not configured", "No client is configured." + remedy()),
				bound(NO_CLIENT, "", InvalidBindings::twoClients,
						"names no client, and none is the only or primary one",
						"Name one with @JsonRpcClient(\"...\"). Known clients: cats, dogs."),
				bound(NO_CLIENT, "", (beans) -> {
				}, "names no client, and none is the only or primary one",
						"Name one with @JsonRpcClient(\"...\"). No client is configured."),
				bound("A bean `<name>JsonRpcTemplate` that is no `JsonRpcTemplate`", "weather",
						(beans) -> beans.registerSingleton("weatherJsonRpcTemplate", "sunny"),
						"needs the bean 'weatherJsonRpcTemplate', which is no JsonRpcTemplate",
						"Define it as one, or give it another name."),
				Mistake.of("An imported interface without `@JsonRpcClient`, and no `client` in the import",
						Valid.class.getName(),
						() -> new AnnotationConfigApplicationContext(ImportsWithoutClient.class).close(),
						"is imported without saying which client it calls",
						"Annotate it with @JsonRpcClient(\"...\"), or set 'client' of @ImportJsonRpcClients."),
				Mistake.of("A placeholder in the name of the client", Valid.class.getName(),
						() -> new AnnotationConfigApplicationContext(ImportsPlaceholder.class).close(),
						"names the client '${client}', which is not resolved",
						"Write the name itself; what is configured for the client may hold placeholders."),
				Mistake.of("A template that is a mock", Valid.class.getName(),
						() -> JsonRpcServiceProxyFactory.builder(mock(JsonRpcTemplate.class))
							.build()
							.createClient(Valid.class),
						"is to call a template without settings, such as a mock",
						"Mock the interface instead of the template."),
				version1(Named.class), version1(Spread.class));
	}

	private static String remedy() {
		return " Correct the name, define a bean 'weatherJsonRpcTemplate', or add the client to the configuration:"
				+ "\n\njsonrpc:\n  clients:\n    weather:\n      url: https://...\n";
	}

	private static void twoClients(DefaultListableBeanFactory beans) {
		JsonRpcTemplate template = JsonRpcTemplate.builder(StubTransport.silent()).build();
		beans.registerSingleton("dogsJsonRpcTemplate", template);
		beans.registerSingleton("catsJsonRpcTemplate", template);
	}

	private static Mistake bound(String kind, String client, Consumer<DefaultListableBeanFactory> beans, String reason,
			String action) {
		return Mistake.of(kind, Valid.class.getName(), () -> {
			DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
			beans.accept(factory);
			new JsonRpcServiceProxyRegistry(factory).createClient(Valid.class, client);
		}, reason, action);
	}

	private static Mistake version1(Class<?> type) {
		return Mistake.of(VERSION_1, type, (builder) -> builder.version(JsonRpcVersion.V1_0),
				"method call(Object) sends its arguments by name, which JSON-RPC 1.0 does not have",
				"Send them by position, or set version 2.0 on the client if the server speaks it.");
	}

	interface Valid {

		void call();

	}

	@ImportJsonRpcClients(types = Valid.class)
	static class ImportsWithoutClient {

	}

	@ImportJsonRpcClients(types = Valid.class, client = "${client}")
	static class ImportsPlaceholder {

	}

	@JsonRpcClient(params = JsonRpcParamsStyle.NAMED)
	interface Named {

		void call(Object value);

	}

	interface Spread {

		void call(@JsonRpcParam(spread = true) Object value);

	}

}
