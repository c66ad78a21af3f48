package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.ReactiveJsonRpcOperations;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Decides from the return type of a method what it gives back, and refuses a type that no
 * result can have.
 */
final class ServiceResults {

	private final ServiceType service;

	private final Method method;

	private final boolean notification;

	ServiceResults(ServiceType service, Method method, boolean notification) {
		this.service = service;
		this.method = method;
		this.notification = notification;
	}

	ServiceResult create(JavaType type) {
		if (type.hasRawClass(Mono.class)) {
			Retrieval one = deferred(content(type));
			return (call) -> mono(call, one);
		}
		if (type.hasRawClass(CompletableFuture.class)) {
			Retrieval one = deferred(content(type));
			return (call) -> future(call, one);
		}
		if (this.notification) {
			requireNothing(type);
			return (call) -> {
				call.blocking().sendNotification();
				return null;
			};
		}
		if (type.hasRawClass(Stream.class)) {
			return stream(content(type));
		}
		return type.hasRawClass(Flux.class) ? elements(content(type)) : blocking(type);
	}

	private ServiceResult blocking(JavaType type) {
		if (type.hasRawClass(JsonRpcResponse.class)) {
			return (call) -> call.blocking().retrieveResponse();
		}
		if (type.hasRawClass(void.class)) {
			return (call) -> call.blocking().retrieve(Void.class);
		}
		if (type.hasRawClass(Optional.class)) {
			ParameterizedTypeReference<?> content = readable(content(type));
			return (call) -> call.blocking().retrieveOptional(content);
		}
		if (type.isPrimitive()) {
			return (call) -> call.blocking().retrieveRequired(type.getRawClass());
		}
		ParameterizedTypeReference<?> result = readable(type);
		return (call) -> call.blocking().retrieve(result);
	}

	private Retrieval deferred(JavaType type) {
		if (this.notification) {
			requireNothing(type);
			return ReactiveJsonRpcOperations.MethodSpec::sendNotification;
		}
		if (type.hasRawClass(JsonRpcResponse.class)) {
			return ReactiveJsonRpcOperations.MethodSpec::retrieveResponse;
		}
		if (type.hasRawClass(Optional.class)) {
			ParameterizedTypeReference<?> content = readable(content(type));
			return (spec) -> spec.retrieveOptional(content);
		}
		ParameterizedTypeReference<?> result = readable(type);
		return (spec) -> spec.retrieve(result);
	}

	private ServiceResult elements(JavaType type) {
		ParameterizedTypeReference<?> element = readable(type);
		return (call) -> Flux.defer(() -> call.reactive().retrieveFlux(element))
			.onErrorMap(MappedException.class, MappedException::exception);
	}

	private ServiceResult stream(JavaType type) {
		ParameterizedTypeReference<?> element = readable(type);
		return (call) -> MappedIterator.map(call.blocking().retrieveStream(element));
	}

	private static Mono<?> mono(ServiceCall call, Retrieval retrieval) {
		return Mono.defer(() -> retrieval.apply(call.reactive()))
			.onErrorMap(MappedException.class, MappedException::exception);
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private static Object future(ServiceCall call, Retrieval retrieval) {
		return mono(call, retrieval).toFuture();
	}

	private JavaType content(JavaType type) {
		if (type.containedTypeCount() != 1) {
			throw invalid("returns " + simpleName(type) + " without saying of what",
					"Return " + simpleName(type) + "<T> with an actual type.");
		}
		return type.containedType(0);
	}

	private ParameterizedTypeReference<?> readable(JavaType type) {
		Class<?> unsupported = UnsupportedTypes.findIn(type);
		if (unsupported != null) {
			throw invalid("returns a type that no result can be read as: " + unsupported.getName(),
					"Return a type that Jackson can read, void, Optional<T>, CompletableFuture<T>, Mono<T>, "
							+ "Flux<E> or Stream<E> over an array, or JsonRpcResponse.");
		}
		return ParameterizedTypeReference.forType(type);
	}

	private void requireNothing(JavaType type) {
		if (!type.hasRawClass(void.class) && !type.hasRawClass(Void.class)) {
			throw invalid("is a notification, which is not answered, but returns " + simpleName(type),
					"Return void, Mono<Void> or CompletableFuture<Void>, or remove @JsonRpcNotification.");
		}
	}

	private static String simpleName(JavaType type) {
		return type.getRawClass().getSimpleName();
	}

	private InvalidJsonRpcClientException invalid(String reason, String action) {
		return this.service.invalid(this.method, reason, action);
	}

	/**
	 * How one result is retrieved without blocking.
	 */
	private interface Retrieval extends Function<ReactiveJsonRpcOperations.MethodSpec, Mono<?>> {

	}

}
