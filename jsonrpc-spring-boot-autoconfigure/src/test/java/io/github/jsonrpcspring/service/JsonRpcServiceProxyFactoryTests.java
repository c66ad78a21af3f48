package io.github.jsonrpcspring.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.annotation.AliasFor;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRpcServiceProxyFactoryTests {

	private final StubTransport transport = StubTransport.server((request) -> switch (request.method()) {
		case "add" -> 5;
		case "find", "cats.find" -> Map.of("name", "Tom");
		case "page" -> Map.of("items", Map.of("a", List.of(Map.of("name", "Kit"))));
		default -> List.of(Map.of("name", "Kit"));
	});

	@Test
	void aMethodIsCalledByItsJavaName() {
		assertThat(Clients.create(this.transport, Calculator.class).add(2, 3)).isEqualTo(5);
		assertSent("{'jsonrpc':'2.0','method':'add','params':[2,3],'id':1}");
	}

	@Test
	void thePrefixStandsBeforeJavaNamesAndGivenNames() {
		Ethereum ethereum = Clients.create(this.transport, Ethereum.class);
		ethereum.chainId();
		assertSent("{'jsonrpc':'2.0','method':'eth_chainId','id':1}");
		ethereum.height();
		assertSent("{'jsonrpc':'2.0','method':'eth_blockNumber','id':2}");
	}

	@Test
	void overloadsCallTheSameMethod() {
		Calculator calculator = Clients.create(this.transport, Calculator.class);
		calculator.add(1, 2, 3);
		assertSent("{'jsonrpc':'2.0','method':'add','params':[1,2,3],'id':1}");
	}

	@Test
	void placeholdersAreResolved() {
		JsonRpcTemplate template = JsonRpcTemplate.builder(this.transport).build();
		JsonRpcServiceProxyFactory.builder(template)
			.embeddedValueResolver((text) -> text.replace("${namespace}", "ns").replace("${name}", "go"))
			.build()
			.createClient(Placeholders.class)
			.call();
		assertSent("{'jsonrpc':'2.0','method':'ns.go','id':1}");
	}

	@Test
	void defaultMethodsCallTheOthersAndStaticMethodsStandAlone() {
		Calculator calculator = Clients.create(this.transport, Calculator.class);
		assertThat(calculator.twice(1)).isEqualTo(10);
		assertThat(Calculator.zero()).isZero();
		assertThat(this.transport.sent()).hasSize(1);
	}

	@Test
	void defaultMethodsMayBeOverriddenAndInherited() {
		assertThat(Clients.create(this.transport, Scientific.class).twice(1)).isEqualTo(11);
	}

	@Test
	void methodsOfGenericParentsHaveTheActualTypes() {
		Cats cats = Clients.create(this.transport, Cats.class);
		assertThat(cats.find(7L)).isEqualTo(new Cat("Tom"));
		assertSent("{'jsonrpc':'2.0','method':'find','params':[7],'id':1}");
		assertThat(cats.list()).containsExactly(new Cat("Kit"));
		Repository<Cat, Long> parent = cats;
		assertThat(parent.find(7L)).isEqualTo(new Cat("Tom"));
		assertThat(parent.page().items()).isEqualTo(Map.of("a", List.of(new Cat("Kit"))));
	}

	@Test
	void anOverridingMethodIsCalledThroughTheGenericParentToo() {
		Repository<Cat, Long> parent = Clients.create(this.transport, NamedCats.class);
		assertThat(parent.find(7L)).isEqualTo(new Cat("Tom"));
		assertSent("{'jsonrpc':'2.0','method':'cats.find','params':[7],'id':1}");
	}

	@Test
	void annotationsOfAnOverriddenMethodCount() {
		Clients.create(this.transport, SubEthereum.class).height();
		assertSent("{'jsonrpc':'2.0','method':'eth_blockNumber','id':1}");
	}

	@Test
	void composedAnnotationsCount() {
		Clients.create(this.transport, Composed.class).version();
		assertSent("{'jsonrpc':'2.0','method':'web3_version','id':1}");
	}

	@Test
	void objectMethodsAreNotRemote() {
		Calculator calculator = Clients.create(this.transport, Calculator.class);
		Calculator other = Clients.create(this.transport, Calculator.class);
		assertThat(Set.of(calculator, other)).contains(calculator, other).hasSize(2);
		assertThat(calculator).hasToString(Calculator.class.getName() + " of client 'stub'");
		assertThat(this.transport.sent()).isEmpty();
	}

	@Test
	void objectMethodsThatAnInterfaceDeclaresAreNotRemote() {
		Declared declared = Clients.create(this.transport, Declared.class);
		Declared other = Clients.create(this.transport, Declared.class);
		assertThat(Set.of(declared, other)).contains(declared, other).hasSize(2);
		assertThat(declared.toString()).contains("Declared of client 'stub'");
		assertThat(this.transport.sent()).isEmpty();
	}

	@Test
	void adviceCanBeAddedAroundAClient() {
		Calculator calculator = Clients.create(this.transport, Calculator.class);
		ProxyFactory around = new ProxyFactory(calculator);
		around.addAdvice((MethodInterceptor) (invocation) -> invocation.getMethod().getName().equals("add") ? 42
				: invocation.proceed());
		Calculator advised = (Calculator) around.getProxy();
		assertThat(advised.add(2, 3)).isEqualTo(42);
		assertThat(advised).hasToString(calculator.toString());
	}

	private void assertSent(String json) {
		List<String> sent = this.transport.sent();
		assertThat(sent.get(sent.size() - 1).replace('"', '\'')).isEqualTo(json);
	}

	interface Calculator {

		int add(int a, int b);

		int add(int a, int b, int c);

		default int twice(int a) {
			return 2 * add(a, a);
		}

		static int zero() {
			return 0;
		}

	}

	interface Scientific extends Calculator {

		@Override
		default int twice(int a) {
			return Calculator.super.twice(a) + 1;
		}

	}

	@JsonRpcClient(prefix = "eth_")
	interface Ethereum {

		Object chainId();

		@JsonRpcMethod("blockNumber")
		Object height();

	}

	@JsonRpcClient(prefix = "eth_")
	interface SubEthereum extends Ethereum {

		@Override
		Object height();

	}

	@JsonRpcClient(prefix = "${namespace}.")
	interface Placeholders {

		@JsonRpcMethod("${name}")
		void call();

	}

	interface Repository<T, I> {

		T find(I id);

		List<T> list();

		@JsonRpcMethod("page")
		Page<T> page();

	}

	record Page<T>(Map<String, List<T>> items) {
	}

	interface Cats extends Repository<Cat, Long> {

	}

	interface NamedCats extends Repository<Cat, Long> {

		@Override
		@JsonRpcMethod("cats.find")
		Cat find(Long id);

	}

	record Cat(String name) {
	}

	interface Declared {

		@Override
		boolean equals(Object other);

		@Override
		int hashCode();

		@Override
		String toString();

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@JsonRpcClient("node")
	@interface NodeClient {

		@AliasFor(annotation = JsonRpcClient.class, attribute = "prefix")
		String namespace();

	}

	@NodeClient(namespace = "web3_")
	interface Composed {

		void version();

	}

}
