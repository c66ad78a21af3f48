package io.github.jsonrpcspring.client;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.util.ClassUtils;

/**
 * Converts results to Java types, and tells where one does not fit.
 */
final class ResultConverter {

	private ResultConverter() {
	}

	/**
	 * Convert a result. A primitive is read as its wrapper: mappers may make a zero of
	 * null.
	 * @param client the client's name
	 * @param request the request that was sent
	 * @param mask what no exception may quote
	 */
	@SuppressWarnings({ "TypeParameterUnusedInFormals", "unchecked" })
	static <T> @Nullable T convert(JsonRpcResponse response, JavaType type, String client, JsonRpcMessage request,
			BodyMask mask) {
		try {
			if (!type.isPrimitive()) {
				return response.resultAs(type);
			}
			T result = (T) response.resultAs(ClassUtils.resolvePrimitiveIfNecessary(type.getRawClass()));
			if (result == null) {
				throw isNull(CallSite.of(client, request), type);
			}
			return result;
		}
		catch (JsonRpcException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// of Jackson, or of a deserializer of the application
			throw misfit(CallSite.of(client, request), type.toCanonical(), ex, response::result,
					mask.hidesIn(response, "result") ? new WithheldException(ex) : ex);
		}
	}

	/**
	 * Convert the data of an error.
	 * @param type the type's name
	 * @param mask what no exception may quote, {@code null} for nothing
	 */
	static <T extends @Nullable Object> T dataAs(JsonRpcErrorException exception, JsonRpcError error,
			@Nullable BodyMask mask, String type, Function<JsonRpcError, T> conversion) {
		try {
			return conversion.apply(error);
		}
		catch (RuntimeException ex) {
			boolean hidden = mask != null
					&& mask.hidesIn(JsonRpcResponse.failure(JsonRpcId.NULL, error), "error", "data");
			JsonRpcResultConversionException misfit = misfit(
					new CallSite(exception.client(), exception.method(), exception.id()), type, ex, error::data,
					hidden ? new WithheldException(ex) : ex);
			misfit.addSuppressed(exception);
			throw misfit;
		}
	}

	static JsonRpcResultConversionException isNull(CallSite site, JavaType type) {
		return new JsonRpcResultConversionException(site, type.toCanonical(), "",
				type.isPrimitive() ? "it is null, which no primitive can hold; a wrapper type or an Optional can"
						: "it is null; retrieve and retrieveOptional accept that",
				null);
	}

	static JsonRpcResultConversionException isNullElement(CallSite site, JavaType type, int index) {
		return new JsonRpcResultConversionException(site, type.toCanonical(), "/" + index,
				"it is null, which no Flux can signal; a List can hold that", null);
	}

	private static JsonRpcResultConversionException misfit(CallSite site, String type, RuntimeException ex,
			Supplier<@Nullable JsonNode> value, RuntimeException cause) {
		StringBuilder path = new StringBuilder();
		if (ex instanceof JacksonException jackson) {
			jackson.getPath()
				.forEach((step) -> path.append('/')
					.append((step.getPropertyName() != null) ? escape(step.getPropertyName()) : step.getIndex()));
		}
		return new JsonRpcResultConversionException(site, type, path.toString(), found(value, path.toString()), cause);
	}

	/**
	 * Return the kind of value that does not fit, never the value.
	 */
	private static String found(Supplier<@Nullable JsonNode> value, String path) {
		try {
			JsonNode root = value.get();
			JsonNode node = (root != null) ? root.at(path) : null;
			return (node != null && !node.isMissingNode())
					? "found " + node.getNodeType().name().toLowerCase(Locale.ROOT) : "see the cause";
		}
		catch (JacksonException ex) {
			return "see the cause";
		}
	}

	private static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

}
