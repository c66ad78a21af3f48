package io.github.jsonrpcspring.client;

import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.ClassUtils;

/**
 * A fluent call of a {@link JsonRpcTemplate}.
 */
final class BlockingMethodSpec extends AbstractCallSpec<JsonRpcOperations.MethodSpec>
		implements JsonRpcOperations.MethodSpec {

	private final ReactiveJsonRpcTemplate template;

	private final Blocking blocking;

	BlockingMethodSpec(ReactiveJsonRpcTemplate template, Blocking blocking, String method) {
		super(template.exchange(), method);
		this.template = template;
		this.blocking = blocking;
	}

	@Override
	JsonRpcOperations.MethodSpec self() {
		return this;
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	private <T> @Nullable T retrieve(Type type, boolean required) {
		JsonRpcRequest request = build();
		return this.blocking.await(this.template.<T>retrieve(request, callOptions(), type(type), required),
				request.method());
	}

	@Override
	public <T> @Nullable T retrieve(Class<T> resultType) {
		return retrieve(resultType, false);
	}

	@Override
	public <T> @Nullable T retrieve(ParameterizedTypeReference<T> resultType) {
		return retrieve(resultType.getType(), false);
	}

	@Override
	public <T> T retrieveRequired(Class<T> resultType) {
		return Objects.requireNonNull(this.<T>retrieve(resultType, true));
	}

	@Override
	public <T> T retrieveRequired(ParameterizedTypeReference<T> resultType) {
		return Objects.requireNonNull(this.<T>retrieve(resultType.getType(), true));
	}

	@Override
	public <T> Optional<T> retrieveOptional(Class<T> resultType) {
		return Optional.ofNullable(this.<T>retrieve(ClassUtils.resolvePrimitiveIfNecessary(resultType), false));
	}

	@Override
	public <T> Optional<T> retrieveOptional(ParameterizedTypeReference<T> resultType) {
		return Optional.ofNullable(retrieve(resultType));
	}

	@Override
	public <E> Stream<E> retrieveStream(Class<E> elementType) {
		return elements(elementType);
	}

	@Override
	public <E> Stream<E> retrieveStream(ParameterizedTypeReference<E> elementType) {
		return elements(elementType.getType());
	}

	private <E> Stream<E> elements(Type elementType) {
		JsonRpcRequest request = build();
		return this.blocking.stream(this.template.retrieveAll(request, callOptions(), type(elementType)),
				request.method());
	}

	@Override
	public JsonRpcResponse retrieveResponse() {
		JsonRpcRequest request = build();
		return Objects
			.requireNonNull(this.blocking.await(this.template.send(request, callOptions()), request.method()));
	}

	@Override
	public void sendNotification() {
		JsonRpcRequest request = buildNotification();
		this.blocking.await(this.template.send(request, callOptions()), request.method());
	}

}
