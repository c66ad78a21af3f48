package io.github.jsonrpcspring.service;

import java.util.stream.Stream;

import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.util.StringValueResolver;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.testsupport.StubTransport;

/**
 * Methods that contradict their annotations, or whose annotations cannot be followed.
 */
final class InvalidMethods {

	private static final String TWICE_KIND = "A method inherited from two interfaces that call it differently";

	private static final String TWICE = "method call(int) is inherited twice, and not called the same way";

	private static final String TWICE_ACTION = "Declare it in the interface itself, with the annotations that count.";

	private static final String BODY = "`@JsonRpcMethod`, `@JsonRpcNotification` or `@JsonRpcErrorMapping` on a default "
			+ "or static method";

	private static final String CLOSED = "A default method of an interface that is not public, in a module that does not "
			+ "open its package";

	private static final String NAME = "A name that is blank or begins with `rpc.`";

	private static final String PLACEHOLDER = "A placeholder that cannot be resolved";

	private static final String TIMEOUT = "A `timeout` that is no duration with a unit, or is negative";

	private static final String SIZE = "A `maxResponseSize` that is no size, or is not positive";

	private InvalidMethods() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(body(DefaultMethod.class), body(DefaultNotification.class), body(DefaultMapping.class),
				body(StaticMethod.class),
				Mistake.of("One of these annotations on `toString`, `hashCode` or `equals`", ObjectMethod.class,
						"method toString() is one that every object has, so that nothing is called remotely, but is "
								+ "annotated as if it were",
						"Remove the annotation, or give the method another name."),
				Mistake.of(CLOSED, "com.example.Closed", ClosedModule::createClient,
						"method twice(int) has a body that only the module com.example.closed can run",
						"Make the interface public, or open its package."),
				Mistake.of(TWICE_KIND, TwoParents.class, TWICE, TWICE_ACTION),
				Mistake.of(TWICE_KIND, NamedAndPositional.class, TWICE, TWICE_ACTION),
				Mistake.of(TWICE_KIND, NotificationAndCall.class, TWICE, TWICE_ACTION),
				name(BlankName.class,
						"calls ' ', which no request can: method must not be blank (JSON-RPC 2.0, " + "section 4)"),
				name(ReservedName.class, "calls 'rpc.discover'" + reserved("rpc.discover")),
				name(ReservedPrefix.class, "calls 'rpc.call'" + reserved("rpc.call")),
				placeholder(MissingPrefix.class, "has '${missing}.'"),
				placeholder(MissingPrefix.class, (text) -> text, "has '${missing}.'"),
				placeholder(MissingName.class, "method call() has '${missing}'"),
				placeholder(MissingTimeout.class, "method call() has '${missing}s'"),
				timeout(TextTimeout.class, "soon"), timeout(NegativeTimeout.class, "-5s"),
				timeout(EndlessTimeout.class, "PT9999999H"), timeout(UnitlessTimeout.class, "5"),
				size(TextSize.class, "large"), size(NoSize.class, "0B"), size(EndlessSize.class, "9999999999GB"));
	}

	private static String reserved(String name) {
		return ", which no request can: method '" + name + "': names that begin with 'rpc.' are reserved, build the "
				+ "request with allowReserved() to call a system extension (JSON-RPC 2.0, section 4)";
	}

	private static Mistake body(Class<?> type) {
		return Mistake.of(BODY, type,
				"method call() has a body, so that nothing is called remotely, but is annotated as if it were",
				"Remove the annotation, or the body.");
	}

	private static Mistake name(Class<?> type, String reason) {
		return Mistake.of(NAME, type, "method call() " + reason,
				"Change @JsonRpcMethod or the prefix of the interface.");
	}

	private static Mistake placeholder(Class<?> type, String reason) {
		PropertyPlaceholderHelper helper = new PropertyPlaceholderHelper("${", "}", null, null, false);
		return placeholder(type, (text) -> helper.replacePlaceholders(text, (name) -> null), reason);
	}

	private static Mistake placeholder(Class<?> type, StringValueResolver resolver, String reason) {
		JsonRpcServiceProxyFactory factory = JsonRpcServiceProxyFactory
			.builder(JsonRpcTemplate.builder(StubTransport.silent()).build())
			.embeddedValueResolver(resolver)
			.build();
		return Mistake.of(PLACEHOLDER, type.getName(), () -> factory.createClient(type),
				reason + " in an annotation, which cannot be resolved", "Set the property, or write the text itself.");
	}

	private static Mistake timeout(Class<?> type, String text) {
		return Mistake.of(TIMEOUT, type, "method call() has the timeout '" + text + "', which is no duration",
				"Write it like '5s', '500ms' or 'PT5S'; '0s' for no deadline.");
	}

	private static Mistake size(Class<?> type, String text) {
		return Mistake.of(SIZE, type,
				"method call() has the maxResponseSize '" + text + "', which is no size of a body",
				"Write it like '200MB' or '64KB'.");
	}

	interface TextSize {

		@JsonRpcMethod(maxResponseSize = "large")
		void call();

	}

	interface NoSize {

		@JsonRpcMethod(maxResponseSize = "0B")
		void call();

	}

	interface EndlessSize {

		@JsonRpcMethod(maxResponseSize = "9999999999GB")
		void call();

	}

	interface DefaultMethod {

		@JsonRpcMethod
		default void call() {
		}

	}

	interface DefaultNotification {

		@JsonRpcNotification
		default void call() {
		}

	}

	interface DefaultMapping {

		@JsonRpcErrorMapping(code = 1, exception = IllegalStateException.class)
		default void call() {
		}

	}

	interface StaticMethod {

		@JsonRpcMethod
		static void call() {
		}

	}

	interface ObjectMethod {

		@Override
		@JsonRpcMethod
		String toString();

	}

	interface One {

		@JsonRpcMethod("one")
		int call(int value);

	}

	interface Other {

		@JsonRpcMethod("other")
		int call(int value);

	}

	interface TwoParents extends One, Other {

	}

	interface NamedOne {

		@JsonRpcMethod(value = "one", params = JsonRpcParamsStyle.NAMED)
		int call(int a);

	}

	interface NamedAndPositional extends NamedOne, One {

	}

	interface NotifiedOne {

		@JsonRpcNotification
		@JsonRpcMethod("one")
		void call(int a);

	}

	interface VoidOne {

		@JsonRpcMethod("one")
		void call(int a);

	}

	interface NotificationAndCall extends VoidOne, NotifiedOne {

	}

	interface UnitlessTimeout {

		@JsonRpcMethod(timeout = "5")
		void call();

	}

	@JsonRpcClient(prefix = "eth_")
	interface BlankName {

		@JsonRpcMethod(" ")
		void call();

	}

	interface ReservedName {

		@JsonRpcMethod("rpc.discover")
		void call();

	}

	@JsonRpcClient(prefix = "rpc.")
	interface ReservedPrefix {

		void call();

	}

	@JsonRpcClient(prefix = "${missing}.")
	interface MissingPrefix {

		void call();

	}

	interface MissingName {

		@JsonRpcMethod("${missing}")
		void call();

	}

	interface MissingTimeout {

		@JsonRpcMethod(timeout = "${missing}s")
		void call();

	}

	interface TextTimeout {

		@JsonRpcMethod(timeout = "soon")
		void call();

	}

	interface NegativeTimeout {

		@JsonRpcMethod(timeout = "-5s")
		void call();

	}

	interface EndlessTimeout {

		@JsonRpcMethod(timeout = "PT9999999H")
		void call();

	}

}
