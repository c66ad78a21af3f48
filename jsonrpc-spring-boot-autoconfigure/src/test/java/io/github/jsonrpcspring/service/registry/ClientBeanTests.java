package io.github.jsonrpcspring.service.registry;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Description;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.TypeFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The beans of client interfaces among others.
 */
class ClientBeanTests {

	private static final TypeFilter NOTHING = (reader,
			factory) -> !reader.getClassMetadata()
				.getClassName()
				.startsWith(ClientBeanTests.class.getName() + "$Account");

	private final StubTransport transport = StubTransport.server((request) -> null);

	@Test
	void aScannedInterfaceAndOneThatExtendsItAreTwoBeans() {
		try (GenericApplicationContext context = scanned(NOTHING)) {
			assertThat(context.containsBean(Accounts.class.getName())).isTrue();
			assertThat(context.containsBean(AccountAdmin.class.getName())).isTrue();
			assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(Accounts.class));
		}
	}

	@Test
	void whatIsExcludedIsNotScanned() {
		try (GenericApplicationContext context = scanned((reader, factory) -> NOTHING.match(reader, factory)
				|| reader.getClassMetadata().getClassName().endsWith("AccountAdmin"))) {
			assertThat(context.getBean(Accounts.class)).isSameAs(context.getBean(Accounts.class.getName()));
		}
	}

	@Test
	void aBeanOfAParentContextCounts() {
		try (GenericApplicationContext parent = new GenericApplicationContext()) {
			parent.registerBean("own", Accounts.class, () -> () -> {
			});
			parent.refresh();
			GenericApplicationContext context = new GenericApplicationContext(parent);
			scan(context, NOTHING);
			assertThat(context.containsBeanDefinition(Accounts.class.getName())).isFalse();
			assertThat(context.containsBeanDefinition(AccountAdmin.class.getName())).isTrue();
		}
	}

	@Test
	void aClientIsNotCalledWhenTheContextIsClosed() {
		try (AnnotationConfigApplicationContext context = imported(Closeable.class)) {
			assertThat(context.getBean(Closeable.class)).isNotNull();
		}
		assertThat(this.transport.sent()).isEmpty();
	}

	@Test
	void theDescriptionOfAnInterfaceIsThatOfItsBean() {
		try (AnnotationConfigApplicationContext context = imported(Closeable.class)) {
			assertThat(context.getBeanDefinition(Closeable.class.getName()).getDescription()).isEqualTo("described");
		}
	}

	@Test
	void aNameThatNoPropertyCanHaveIsSpeltInTheRemedy() {
		assertThatException().isThrownBy(() -> imported(Misspelt.class))
			.havingRootCause()
			.isInstanceOf(InvalidJsonRpcClientException.class)
			.withMessageContaining("add the client to the configuration, where names have only a-z, 0-9 and '-', and "
					+ "write @JsonRpcClient(\"my-node\"):\n\njsonrpc:\n  clients:\n    my-node:\n");
	}

	private GenericApplicationContext scanned(TypeFilter excluded) {
		GenericApplicationContext context = new AnnotationConfigApplicationContext();
		scan(context, excluded);
		context.registerBean("mainJsonRpcTemplate", JsonRpcTemplate.class, this::template);
		context.refresh();
		return context;
	}

	private static void scan(GenericApplicationContext context, TypeFilter excluded) {
		new JsonRpcClientRegistrar(context, context.getEnvironment(), context)
			.scan(List.of(ClientBeanTests.class.getPackageName()), context.getBeanFactory(), excluded);
	}

	private AnnotationConfigApplicationContext imported(Class<?> type) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		new JsonRpcClientRegistrar(context, context.getEnvironment(), context).register(type, "");
		context.registerBean("mainJsonRpcTemplate", JsonRpcTemplate.class, this::template);
		context.refresh();
		return context;
	}

	private JsonRpcTemplate template() {
		return JsonRpcTemplate.builder(this.transport).build();
	}

	@JsonRpcClient("main")
	interface Accounts {

		void owner();

	}

	@JsonRpcClient("main")
	interface AccountAdmin extends Accounts {

	}

	@Description("described")
	@JsonRpcClient("main")
	interface Closeable extends AutoCloseable {

		@Override
		void close();

	}

	@JsonRpcClient("myNode")
	interface Misspelt {

		void call();

	}

}
