package io.github.jsonrpcspring.service;

import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;

/**
 * Types that are neither sent nor received as JSON.
 */
final class UnsupportedTypes {

	private static final List<Class<?>> UNSUPPORTED = List.of(BaseStream.class, Iterator.class, Supplier.class,
			Callable.class, Runnable.class, InputStreamSource.class, InputStream.class, Reader.class,
			JsonRpcMessage.class, JsonRpcError.class, JsonRpcCallOptions.class, HttpHeaders.class, HttpEntity.class);

	private static final String CONTINUATION = "kotlin.coroutines.Continuation";

	private UnsupportedTypes() {
	}

	private static boolean isUnsupported(Class<?> type) {
		for (Class<?> unsupported : UNSUPPORTED) {
			if (unsupported.isAssignableFrom(type)) {
				return true;
			}
		}
		return isDeferred(type);
	}

	/**
	 * Return whether a type holds its value only later, as a {@code Mono} does.
	 */
	private static boolean isDeferred(Class<?> type) {
		return Future.class.isAssignableFrom(type) || CONTINUATION.equals(type.getName())
				|| (!isPlain(type) && ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null);
	}

	/**
	 * Return whether a type is surely none of a reactive library. To ask the registry for
	 * the first time loads much of Reactor, which an application that calls nothing
	 * reactive would not need to start.
	 */
	private static boolean isPlain(Class<?> type) {
		String name = type.getName();
		return type.isPrimitive() || type.isArray() || type.isEnum()
				|| (type.isRecord() && type.getInterfaces().length == 0)
				|| (name.startsWith("java.") && !name.startsWith("java.util.concurrent."));
	}

	/**
	 * Find what is no value of a parameter or result, at any depth of a type's arguments.
	 * @return the class, {@code null} if there is none
	 */
	static @Nullable Class<?> findIn(JavaType type) {
		Class<?> raw = type.getRawClass();
		if (isUnsupported(raw)) {
			return raw;
		}
		for (int i = 0; i < type.containedTypeCount(); i++) {
			Class<?> found = findIn(type.containedTypeOrUnknown(i));
			if (found != null) {
				return found;
			}
		}
		return type.isArrayType() ? findIn(type.getContentType()) : null;
	}

}
