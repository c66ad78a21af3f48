package io.github.jsonrpcspring.service;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcServiceDescription.Operation;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcServiceDescriptionTests {

	private final JsonRpcTemplate template = JsonRpcTemplate.builder(StubTransport.silent()).build();

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final JsonRpcServiceProxyRegistry registry = new JsonRpcServiceProxyRegistry(this.beanFactory);

	@Test
	void remoteMethodsAreDescribed() {
		this.beanFactory.registerSingleton("itemsJsonRpcTemplate", this.template);
		this.registry.createClient(Items.class, "items");
		assertThat(this.registry.descriptions()).singleElement().satisfies((description) -> {
			assertThat(description.type()).isEqualTo(Items.class);
			assertThat(description.template()).isSameAs(this.template);
			assertThat(description.operations()).containsExactly(
					new Operation("count(long[])", "items.total", false, false,
							"reactor.core.publisher.Mono<java.lang.Integer>"),
					new Operation("get(Object)", "items.get", true, false, "java.util.Optional<java.lang.String>"),
					new Operation("touch()", "items.touch", true, true, "void"));
		});
	}

	@Test
	void clientsAreDescribedOnce() {
		this.beanFactory.registerSingleton("itemsJsonRpcTemplate", this.template);
		this.beanFactory.registerSingleton("otherJsonRpcTemplate", this.template.mutate().build());
		this.registry.createClient(Items.class, "items");
		this.registry.createClient(Items.class, "items");
		this.registry.createClient(Items.class, "other");
		assertThat(this.registry.descriptions()).extracting(JsonRpcServiceDescription::type)
			.isEqualTo(List.of(Items.class, Items.class));
	}

	interface Repository<T, I> {

		Optional<T> get(I id);

	}

	@JsonRpcClient(value = "items", prefix = "items.", params = JsonRpcParamsStyle.NAMED)
	interface Items extends Repository<String, Long> {

		@JsonRpcMethod(value = "total", params = JsonRpcParamsStyle.POSITIONAL)
		Mono<Integer> count(long... ids);

		@JsonRpcNotification
		void touch();

		default boolean has(Long id) {
			return get(id).isPresent();
		}

	}

}
