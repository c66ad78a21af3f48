package io.github.jsonrpcspring.client;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcResultElements;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * Converts results to Java types, and tells where one does not fit.
 */
final class ResultConverter {

	private ResultConverter() {
	}

	/**
	 * Convert a result. Errors of the JVM in what converts it, such as a class that
	 * cannot be initialized, are failures of this call like others: Reactor would throw
	 * them where nobody waits.
	 * @param codec the codec of the client, for what an interceptor made
	 * @param read the type {@linkplain ResultTypes#read(JavaType) to read}
	 * @param client the client's name
	 * @param request the request that was sent
	 * @param mask what no exception may quote
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	static <T> @Nullable T convert(JsonRpcCodec codec, JsonRpcResponse response, JavaType type, JavaType read,
			String client, JsonRpcMessage request, BodyMask mask) {
		try {
			T result = codec.resultAs(response, read);
			if (result == null && type.isPrimitive()) {
				throw isNull(CallSite.of(client, request), type);
			}
			return result;
		}
		catch (JsonRpcException ex) {
			throw ex;
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			// of Jackson, or of a deserializer of the application
			throw misfit(CallSite.of(client, request), type.toCanonical(), ex, response::result, "",
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
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			boolean hidden = mask != null
					&& mask.hidesIn(JsonRpcResponse.failure(JsonRpcId.NULL, error), "error", "data");
			JsonRpcResultConversionException misfit = misfit(
					new CallSite(exception.client(), exception.method(), exception.id()), type, ex, error::data, "",
					hidden ? new WithheldException(ex) : ex);
			misfit.addSuppressed(exception);
			throw misfit;
		}
	}

	/**
	 * Convert the current element of a result.
	 * @param mask what no exception may quote
	 */
	static <E> E element(JsonRpcResultElements elements, StreamedCall<E> call, CallSite site, BodyMask mask) {
		E element;
		try {
			element = elements.elementAs(call.elementType());
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			throw misfit(site, call.listType().toCanonical(), ex, elements::element, "/" + elements.index(),
					isHidden(elements, mask) ? new WithheldException(ex) : ex);
		}
		if (element == null) {
			throw isNullElement(site, call.elementType(), elements.index());
		}
		return element;
	}

	/**
	 * Return whether an element is hidden, or a part of it is. For a pointer, a member
	 * named like the index stands where the element does.
	 */
	private static boolean isHidden(JsonRpcResultElements elements, BodyMask mask) {
		if (mask.isEmpty()) {
			return false;
		}
		try {
			Map<String, JsonNode> place = Map.of(String.valueOf(elements.index()), elements.element());
			return mask.hidesIn(JsonRpcResponse.success(JsonRpcId.NULL, place), "result");
		}
		catch (RuntimeException ex) {
			// what cannot be read may be hidden
			return true;
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

	/**
	 * Return the exception for what does not fit.
	 * @param value what was converted
	 * @param place where it stands in the result
	 */
	private static JsonRpcResultConversionException misfit(CallSite site, String type, Throwable ex,
			Supplier<@Nullable JsonNode> value, String place, Throwable cause) {
		StringBuilder path = new StringBuilder();
		if (ex instanceof JacksonException jackson) {
			jackson.getPath()
				.forEach((step) -> path.append('/')
					.append((step.getPropertyName() != null) ? escape(step.getPropertyName()) : step.getIndex()));
		}
		return new JsonRpcResultConversionException(site, type, path.toString(),
				(ex instanceof Error) ? "see the cause" : found(value, path.toString(), place), cause);
	}

	/**
	 * Return the kind of value that does not fit, never the value.
	 */
	private static String found(Supplier<@Nullable JsonNode> value, String path, String place) {
		try {
			JsonNode root = value.get();
			JsonNode node = (root != null && path.startsWith(place)) ? root.at(path.substring(place.length())) : null;
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
