package io.github.jsonrpcspring.client;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects a request object. What a setting of the client says of empty and null
 * parameters is done here.
 *
 * @param <S> the type of the fluent call
 */
abstract class AbstractParamsSpec<S extends JsonRpcParamsSpec<S>> implements JsonRpcParamsSpec<S> {

	private final JsonRpcRequest.Builder request;

	private final JsonRpcClientSettings settings;

	private final JsonMapper mapper;

	private final ResultTypes types;

	AbstractParamsSpec(JsonRpcExchange exchange, String method) {
		this.request = JsonRpcRequest.of(method);
		this.settings = exchange.settings();
		this.mapper = exchange.codec().mapper();
		this.types = exchange.types();
	}

	abstract S self();

	final JsonRpcRequest build() {
		return this.request.build();
	}

	final JsonRpcRequest buildNotification() {
		return this.request.build().mutate().notification().build();
	}

	final JavaType type(Type type) {
		return this.types.of(type);
	}

	@Override
	public final S params(@Nullable Object @Nullable ... params) {
		if (params == null || params.length > 0 || this.settings.sendEmptyParams()
				|| params.getClass() != Object[].class) {
			this.request.params(params);
		}
		return self();
	}

	@Override
	public final S namedParams(Map<String, ? extends @Nullable Object> params) {
		Map<String, @Nullable Object> sent = new LinkedHashMap<>(params);
		if (this.settings.omitNullParams()) {
			sent.values().removeIf((value) -> value == null);
		}
		if (!sent.isEmpty() || this.settings.sendEmptyParams()) {
			this.request.namedParams(sent);
		}
		return self();
	}

	@Override
	@SuppressWarnings("unchecked")
	public final S namedParams(Object bean) {
		if (bean instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
			return namedParams((Map<String, ?>) map);
		}
		if (!(tree(bean) instanceof ObjectNode object)) {
			this.request.namedParams(bean);
			return self();
		}
		if (this.settings.omitNullParams()) {
			object.removeNulls();
		}
		if (!object.isEmpty() || this.settings.sendEmptyParams()) {
			this.request.namedParams(object);
		}
		return self();
	}

	private JsonNode tree(Object bean) {
		try {
			return this.mapper.valueToTree(bean);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"A " + bean.getClass().getName() + " cannot be written as JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	@Override
	public final S param(String name, @Nullable Object value) {
		Map<String, @Nullable Object> one = new LinkedHashMap<>();
		one.put(name, value);
		return namedParams(one);
	}

	@Override
	public final S id(long id) {
		return id(JsonRpcId.of(id));
	}

	@Override
	public final S id(String id) {
		return id(JsonRpcId.of(id));
	}

	@Override
	public S id(JsonRpcId id) {
		this.request.id(id);
		return self();
	}

	@Override
	public final S member(String name, @Nullable Object value) {
		this.request.member(name, value);
		return self();
	}

}
