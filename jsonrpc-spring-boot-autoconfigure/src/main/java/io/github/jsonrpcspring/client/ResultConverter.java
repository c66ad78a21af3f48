package io.github.jsonrpcspring.client;

import java.util.Locale;
import java.util.function.Supplier;

import io.github.jsonrpcspring.protocol.JsonRpcError;
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
	 */
	@SuppressWarnings({ "TypeParameterUnusedInFormals", "unchecked" })
	static <T> @Nullable T convert(JsonRpcResponse response, JavaType type, CallSite site) {
		try {
			if (!type.isPrimitive()) {
				return response.resultAs(type);
			}
			T result = (T) response.resultAs(ClassUtils.resolvePrimitiveIfNecessary(type.getRawClass()));
			if (result == null) {
				throw isNull(site, type);
			}
			return result;
		}
		catch (JacksonException ex) {
			throw misfit(site, type.toCanonical(), ex, response::result);
		}
	}

	static <T> @Nullable T dataAs(JsonRpcErrorException exception, JsonRpcError error, Class<T> type) {
		try {
			return error.dataAs(type);
		}
		catch (JacksonException ex) {
			JsonRpcResultConversionException misfit = misfit(
					new CallSite(exception.client(), exception.method(), exception.id()), type.getName(), ex,
					error::data);
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

	private static JsonRpcResultConversionException misfit(CallSite site, String type, JacksonException ex,
			Supplier<@Nullable JsonNode> value) {
		StringBuilder path = new StringBuilder();
		ex.getPath()
			.forEach((step) -> path.append('/')
				.append((step.getPropertyName() != null) ? escape(step.getPropertyName()) : step.getIndex()));
		return new JsonRpcResultConversionException(site, type, path.toString(), found(value, path.toString()), ex);
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
