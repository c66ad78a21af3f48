package io.github.jsonrpcspring.service;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;

/**
 * Hints for native images with {@link JsonRpcClient} interfaces: the proxy, its methods,
 * the types that are sent and received, and the exceptions of error mappings. Beans have
 * them already; clients of a {@link JsonRpcServiceProxyFactory} need them imported.
 *
 * @since 0.1.0
 */
public final class JsonRpcServiceRuntimeHints implements RuntimeHintsRegistrar {

	private static final Set<Class<?>> NOT_BOUND = Set.of(Mono.class, Flux.class, Stream.class, CompletableFuture.class,
			Optional.class, JsonRpcResponse.class, JsonRpcCallOptions.class, HttpHeaders.class);

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	private final List<Class<?>> types;

	private JsonRpcServiceRuntimeHints(List<Class<?>> types) {
		this.types = types;
	}

	/**
	 * Return the hints for interfaces.
	 * @param types the interfaces
	 * @return the hints
	 */
	public static JsonRpcServiceRuntimeHints forTypes(Class<?>... types) {
		return new JsonRpcServiceRuntimeHints(List.of(types));
	}

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		this.types.forEach((type) -> register(hints, type));
	}

	private void register(RuntimeHints hints, Class<?> type) {
		hints.proxies().registerJdkProxy(type);
		// A proxy of Spring AOP around it, for advice such as caching, has the interface
		// of java.lang.reflect.Proxy too where it is asked to proxy classes
		hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(type));
		hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(type, Serializable.class));
		ReflectionHints reflection = hints.reflection();
		Stream.concat(Stream.of(type), ClassUtils.getAllInterfacesForClassAsSet(type).stream())
			.forEach((one) -> reflection.registerType(one, MemberCategory.INVOKE_PUBLIC_METHODS));
		registerExceptions(reflection, MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY));
		for (Method method : type.getMethods()) {
			registerExceptions(reflection, MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY));
			bind(reflection, ResolvableType.forMethodReturnType(method, type));
			for (int i = 0; i < method.getParameterCount(); i++) {
				bind(reflection, ResolvableType.forMethodParameter(method, i, type));
			}
		}
	}

	private void bind(ReflectionHints reflection, ResolvableType type) {
		Class<?> raw = type.resolve(Object.class);
		if (raw.isArray()) {
			bind(reflection, type.getComponentType());
		}
		else if (!NOT_BOUND.contains(raw)) {
			this.binding.registerReflectionHints(reflection, raw);
		}
		for (ResolvableType part : type.getGenerics()) {
			bind(reflection, part);
		}
	}

	private void registerExceptions(ReflectionHints reflection, MergedAnnotations annotations) {
		annotations.stream(JsonRpcErrorMapping.class)
			.map((mapping) -> mapping.getClass("exception"))
			.forEach((type) -> {
				reflection.registerType(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
				for (Constructor<?> constructor : type.getDeclaredConstructors()) {
					for (int i = 0; i < constructor.getParameterCount(); i++) {
						if (!Throwable.class.isAssignableFrom(constructor.getParameterTypes()[i])) {
							bind(reflection, ResolvableType.forConstructorParameter(constructor, i));
						}
					}
				}
			});
	}

}
