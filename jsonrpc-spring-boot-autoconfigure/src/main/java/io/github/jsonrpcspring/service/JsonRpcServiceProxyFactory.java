package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringValueResolver;

/**
 * Makes implementations of interfaces that call a JSON-RPC server, with or without a
 * Spring context. What annotations and signatures say is read and checked once, when a
 * client is created. Thread-safe, as are the clients.
 *
 * @since 0.1.0
 * @see JsonRpcClient
 */
public final class JsonRpcServiceProxyFactory {

	private final JsonRpcTemplate template;

	private final StringValueResolver valueResolver;

	private JsonRpcServiceProxyFactory(Builder builder) {
		this.template = builder.template;
		this.valueResolver = builder.valueResolver;
	}

	/**
	 * Start building a factory.
	 * @param template the template that the clients call with
	 * @return a builder
	 */
	public static Builder builder(JsonRpcTemplate template) {
		return new Builder(template);
	}

	/**
	 * Create a client. The client that {@link JsonRpcClient} names does not matter here.
	 * @param <S> the type of the interface
	 * @param type the interface
	 * @return an implementation that calls the server
	 * @throws InvalidJsonRpcClientException if the interface, or a method of it, cannot
	 * be called as it is declared
	 */
	public <S> S createClient(Class<S> type) {
		return createClient(type, (description) -> {
		});
	}

	/**
	 * Create a client, and pass on what was read of its interface.
	 */
	<S> S createClient(Class<S> type, Consumer<JsonRpcServiceDescription> descriptions) {
		ServiceType service = new ServiceType(type, this.template, this.valueResolver);
		String description = type.getName() + " of client '" + this.template.settings().name() + "'";
		Map<Method, MethodInvoker> methods = methods(service);
		descriptions.accept(JsonRpcServiceDescription.of(service, methods.values()));
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				new JsonRpcServiceInvocationHandler(description, methods)));
	}

	private static Map<Method, MethodInvoker> methods(ServiceType service) {
		ErrorMappings mappings = ErrorMappings.of(service, null,
				MergedAnnotations.from(service.type(), SearchStrategy.TYPE_HIERARCHY));
		Map<Method, MethodInvoker> methods = new LinkedHashMap<>();
		Map<Method, JsonRpcServiceMethod> remote = new LinkedHashMap<>();
		for (Method method : service.type().getMethods()) {
			ServiceMethodReader reader = new ServiceMethodReader(service, method);
			if (method.isDefault()) {
				methods.put(method, reader.readDefault());
			}
			else if (Modifier.isAbstract(method.getModifiers()) && !ReflectionUtils.isObjectMethod(method)) {
				remote.put(method, reader.read(mappings));
			}
			else {
				reader.requireNoAnnotation();
			}
		}
		methods.putAll(remote);
		requireOneMeaning(service, mappings, remote.keySet());
		requireUse(service, mappings, remote);
		return Map.copyOf(methods);
	}

	/**
	 * A method that is inherited twice is called as one of both declarations, and nobody
	 * knows which.
	 */
	private static void requireOneMeaning(ServiceType service, ErrorMappings mappings, Set<Method> methods) {
		Map<String, Method> declared = new HashMap<>();
		for (Method method : methods) {
			Method other = declared.putIfAbsent(method.getName() + Arrays.toString(method.getParameterTypes()), method);
			if (other != null && !meaning(service, other, mappings).equals(meaning(service, method, mappings))) {
				throw service.invalid(method, "is inherited twice, and not called the same way",
						"Declare it in the interface itself, with the annotations that count.");
			}
		}
	}

	private static String meaning(ServiceType service, Method method, ErrorMappings mappings) {
		return new ServiceMethodReader(service, method).meaning(mappings);
	}

	private static void requireUse(ServiceType service, ErrorMappings mappings,
			Map<Method, JsonRpcServiceMethod> methods) {
		for (ErrorMapping mapping : mappings.mappings()) {
			if (methods.keySet().stream().noneMatch(mapping::isAllowedIn)) {
				throw service.invalid(null,
						"maps an error to " + mapping.exception().type().getName()
								+ ", a checked exception that none of its methods declares",
						"Add it to the 'throws' clause of the methods that may throw it, or map to an unchecked one.");
			}
		}
	}

	/**
	 * Builds a factory. Not thread-safe.
	 */
	public static final class Builder {

		private final JsonRpcTemplate template;

		private StringValueResolver valueResolver = (text) -> text;

		private Builder(JsonRpcTemplate template) {
			this.template = template;
		}

		/**
		 * Set what resolves placeholders in the annotations; nothing otherwise.
		 * @param valueResolver the resolver
		 * @return this builder
		 */
		public Builder embeddedValueResolver(StringValueResolver valueResolver) {
			this.valueResolver = valueResolver;
			return this;
		}

		/**
		 * Build the factory.
		 * @return the factory
		 */
		public JsonRpcServiceProxyFactory build() {
			return new JsonRpcServiceProxyFactory(this);
		}

	}

}
