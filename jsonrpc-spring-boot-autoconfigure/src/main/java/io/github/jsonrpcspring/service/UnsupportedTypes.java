package io.github.jsonrpcspring.service;

import java.util.Iterator;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

import org.springframework.core.ReactiveAdapterRegistry;

/**
 * Types that are neither sent nor received as JSON.
 */
final class UnsupportedTypes {

	private static final String CONTINUATION = "kotlin.coroutines.Continuation";

	private UnsupportedTypes() {
	}

	/**
	 * Return whether a type holds its value only later, as a {@code Mono} does.
	 */
	static boolean isDeferred(Class<?> type) {
		return Future.class.isAssignableFrom(type) || CONTINUATION.equals(type.getName())
				|| (type != Object.class && ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null);
	}

	/**
	 * Find what cannot be read from a result, at any depth of a type's arguments.
	 * @return the class, {@code null} if there is none
	 */
	static @Nullable Class<?> findIn(JavaType type) {
		Class<?> raw = type.getRawClass();
		if (isDeferred(raw) || BaseStream.class.isAssignableFrom(raw) || Iterator.class.isAssignableFrom(raw)
				|| JsonRpcMessage.class.isAssignableFrom(raw)) {
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
