package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/**
 * Converts results to Java types, and tells where one does not fit.
 */
final class ResultConverter {

	private ResultConverter() {
	}

	@SuppressWarnings("TypeParameterUnusedInFormals")
	static <T> @Nullable T convert(JsonRpcResponse response, JavaType type, CallSite site) {
		try {
			return response.resultAs(type);
		}
		catch (JacksonException ex) {
			throw misfit(site, type.toCanonical(), ex);
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
		ex.getPath()
			.forEach((step) -> path.append('/')
				.append((step.getPropertyName() != null) ? escape(step.getPropertyName()) : step.getIndex()));
		return new JsonRpcResultConversionException(site, type, path.toString(), "see the cause", ex);
	}

	private static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

}
