package io.github.jsonrpcspring.autoconfigure;

import java.net.URI;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNamesTests {

	private final ApplicationContextRunner runner = TestContexts.runner();

	@Test
	void variableSetsAPropertyOfTheClientThatHasDashes() {
		this.runner.withPropertyValues("jsonrpc.clients.my-node.url=http://property.example.com/")
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_MYNODE_URL=http://variable.example.com/"))
			.run((context) -> {
				Map<String, JsonRpcTemplate> templates = context.getBeansOfType(JsonRpcTemplate.class);
				assertThat(templates).containsOnlyKeys("my-nodeJsonRpcTemplate");
				assertThat(templates.get("my-nodeJsonRpcTemplate").settings().target()).isNotNull()
					.returns("property.example.com", URI::getHost);
			});
	}

	@Test
	void variableWinsOverAFile() {
		this.runner.withInitializer(TestContexts.yaml("jsonrpc.clients.my-node.url: http://file.example.com/"))
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_MYNODE_URL=http://variable.example.com/"))
			.run((context) -> {
				assertThat(context).hasSingleBean(JsonRpcTemplate.class).hasBean("my-nodeJsonRpcTemplate");
				assertThat(context.getBean(JsonRpcTemplate.class).settings().target())
					.isEqualTo(URI.create("http://variable.example.com/"));
			});
	}

	@Test
	void variableWithAnUnderscoreForTheDashWinsOverAFile() {
		this.runner.withInitializer(TestContexts.yaml("jsonrpc.clients.my-node.url: http://file.example.com/"))
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_MY_NODE_URL=http://variable.example.com/"))
			.run((context) -> {
				assertThat(context).hasSingleBean(JsonRpcTemplate.class).hasBean("my-nodeJsonRpcTemplate");
				assertThat(context.getBean(JsonRpcTemplate.class).settings().target())
					.isEqualTo(URI.create("http://variable.example.com/"));
			});
	}

	@Test
	void clientMayComeFromTheEnvironmentAlone() {
		this.runner
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_NODE_URL=http://node.example.com/",
					"JSONRPC_CLIENTS_NODE_AUTH_BASIC_USERNAME=app", "JSONRPC_CLIENTS_NODE_AUTH_BASIC_PASSWORD=secret",
					"JSONRPC_CLIENTS_NODE_MAXRESPONSESIZE=1KB", "JSONRPC_CLIENTS_NODE_METHODS_0_MATCH=eth_*"))
			.run((context) -> {
				assertThat(context).hasSingleBean(JsonRpcTemplate.class).hasBean("nodeJsonRpcTemplate");
				assertThat(context.getBean(JsonRpcTemplate.class).settings().maxResponseSize()).isEqualTo(1024);
				assertThat(context.getBean(JsonRpcTemplate.class).settings().methods()).hasSize(1);
			});
	}

	@Test
	void variableWithAnUnderscoreMakesNoClientOnItsOwn() {
		this.runner
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_CLIENTS_MY_NODE_URL=http://node.example.com/"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcTemplate.class));
	}

	@Test
	void otherVariablesAreLeftAlone() {
		this.runner
			.withInitializer(TestContexts.systemEnvironment("JSONRPC_PORT=tcp://10.0.0.1:80",
					"JSONRPC_SERVICE_HOST=10.0.0.1", "JSONRPC_CLIENTS_NODE_COLOUR=blue"))
			.withPropertyValues("jsonrpc.clients.node.url=http://node.example.com/")
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class));
	}

	@Test
	void numberIsAName() {
		this.runner.withInitializer(TestContexts.yaml("""
				jsonrpc:
				  clients:
				    1:
				      url: http://node.example.com/
				"""))
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcTemplate.class).hasBean("1JsonRpcTemplate"));
	}

	@Test
	void propertiesMayBeWrittenInOtherForms() {
		this.runner
			.withPropertyValues("jsonrpc.clients.node.url=http://node.example.com/",
					"jsonrpc.clients.node.maxResponseSize=1KB", "jsonrpc.clients.node.default_header.X-Key=x")
			.run((context) -> {
				assertThat(context.getBean(JsonRpcTemplate.class).settings().maxResponseSize()).isEqualTo(1024);
				assertThat(context.getBean(JsonRpcTemplate.class).settings().headers().getFirst("X-Key"))
					.isEqualTo("x");
			});
	}

}
