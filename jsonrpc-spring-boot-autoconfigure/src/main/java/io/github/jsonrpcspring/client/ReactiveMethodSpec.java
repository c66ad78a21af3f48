package io.github.jsonrpcspring.client;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.ClassUtils;

/**
 * A fluent call of a {@link ReactiveJsonRpcTemplate}.
 */
final class ReactiveMethodSpec extends AbstractCallSpec<ReactiveJsonRpcOperations.MethodSpec>
		implements ReactiveJsonRpcOperations.MethodSpec {

	private final ReactiveJsonRpcTemplate template;

	ReactiveMethodSpec(ReactiveJsonRpcTemplate template, String method) {
		super(template.exchange(), method);
		this.template = template;
	}

	@Override
	ReactiveJsonRpcOperations.MethodSpec self() {
		return this;
	}

	/**
	 * Take the call as it is now; what is wrong with it is an error signal.
	 */
	private static <R> Mono<R> assemble(Supplier<Mono<R>> call) {
		try {
			return call.get();
		}
		catch (IllegalArgumentException ex) {
			return Mono.error(ex);
		}
	}

	private <T> Mono<T> retrieve(Type type, boolean required) {
		return assemble(() -> this.template.retrieve(build(), callOptions(), type(type), required));
	}

	@Override
	public <T> Mono<T> retrieve(Class<T> resultType) {
		return retrieve(resultType, false);
	}

	@Override
	public <T> Mono<T> retrieve(ParameterizedTypeReference<T> resultType) {
		return retrieve(resultType.getType(), false);
	}

	@Override
	public <T> Mono<T> retrieveRequired(Class<T> resultType) {
		return retrieve(resultType, true);
	}

	@Override
	public <T> Mono<T> retrieveRequired(ParameterizedTypeReference<T> resultType) {
		return retrieve(resultType.getType(), true);
	}

	@Override
	public <T> Mono<Optional<T>> retrieveOptional(Class<T> resultType) {
		return retrieveOptional(type(ClassUtils.resolvePrimitiveIfNecessary(resultType)));
	}

	@Override
	public <T> Mono<Optional<T>> retrieveOptional(ParameterizedTypeReference<T> resultType) {
		return retrieveOptional(type(resultType.getType()));
	}

	private <T> Mono<Optional<T>> retrieveOptional(JavaType type) {
		return assemble(() -> this.template.retrieveOptional(build(), callOptions(), type));
	}

	@Override
	public <E> Flux<E> retrieveFlux(Class<E> elementType) {
		return elements(elementType);
	}

	@Override
	public <E> Flux<E> retrieveFlux(ParameterizedTypeReference<E> elementType) {
		return elements(elementType.getType());
	}

	private <E> Flux<E> elements(Type elementType) {
		try {
			return this.template.retrieveAll(build(), callOptions(), type(elementType));
		}
		catch (IllegalArgumentException ex) {
			return Flux.error(ex);
		}
	}

	@Override
	public Mono<JsonRpcResponse> retrieveResponse() {
		return assemble(() -> this.template.send(build(), callOptions()));
	}

	@Override
	public Mono<Void> sendNotification() {
		return assemble(() -> this.template.send(buildNotification(), callOptions())).then();
	}

}
