package io.github.jsonrpcspring.client;

import java.math.BigDecimal;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.util.ClassUtils;

/**
 * Converts results to Java types, and tells where one does not fit.
 */
final class ResultConverter {

	private ResultConverter() {
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	static <T> @Nullable T convert(JsonRpcResponse response, JavaType type, CallSite site) {
		try {
			requireWholeNumber(response, type, site);
			return response.resultAs(type);
		}
		catch (JacksonException ex) {
			throw misfit(site, type.toCanonical(), ex);
		}
	}

	/**
	 * Jackson cuts the fraction off a number that is read as an integer.
	 */
	private static void requireWholeNumber(JsonRpcResponse response, JavaType type, CallSite site) {
		Class<?> target = ClassUtils.resolvePrimitiveIfNecessary(type.getRawClass());
		boolean integer = Number.class.isAssignableFrom(target) && target != Number.class && target != Double.class
				&& target != Float.class && target != BigDecimal.class;
		JsonNode result = integer ? response.result() : null;
		if (result != null && result.isFloatingPointNumber()
				&& result.decimalValue().stripTrailingZeros().scale() > 0) {
			throw new JsonRpcResultConversionException(site, type.toCanonical(), "", "the number has a fraction", null);
		}
	}

	static <T> @Nullable T dataAs(JsonRpcErrorException exception, JsonRpcError error, Class<T> type) {
		try {
			return error.dataAs(type);
		}
		catch (JacksonException ex) {
			JsonRpcResultConversionException misfit = misfit(
					new CallSite(exception.client(), exception.method(), exception.id()), type.getName(), ex);
			misfit.addSuppressed(exception);
			throw misfit;
		}
	}

	static JsonRpcResultConversionException isNull(CallSite site, JavaType type) {
		return new JsonRpcResultConversionException(site, type.toCanonical(), "",
				"it is null; retrieve and retrieveOptional accept that", null);
	}

	private static JsonRpcResultConversionException misfit(CallSite site, String type, JacksonException ex) {
		StringBuilder path = new StringBuilder();
		if (ex instanceof DatabindException databind) {
			databind.getPath()
				.forEach((step) -> path.append('/')
					.append((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()));
		}
		return new JsonRpcResultConversionException(site, type, path.toString(), "see the cause", ex);
	}

}
