package io.github.jsonrpcspring.client;

import java.util.List;

import io.github.jsonrpcspring.protocol.JsonRpcResultElements;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call whose result is read element by element: their type, and, once the answer has
 * begun, where they come from. Closes the connection of an answer that nobody reads.
 *
 * @param <E> the type of the elements
 */
final class StreamedCall<E> {

	private final JavaType elementType;

	private final JavaType listType;

	private @Nullable HeadedFlux<E> answer;

	private boolean closed;

	StreamedCall(JsonMapper mapper, JavaType elementType) {
		this.elementType = elementType;
		this.listType = mapper.getTypeFactory().constructCollectionType(List.class, elementType);
	}

	JavaType elementType() {
		return this.elementType;
	}

	/**
	 * Return the type of the whole result.
	 */
	JavaType listType() {
		return this.listType;
	}

	/**
	 * Take the answer in place of one that was there before, if an interceptor has called
	 * twice.
	 */
	HeadedFlux<E> open(Flux<Object> items) {
		HeadedFlux<E> opened = new HeadedFlux<>(items);
		HeadedFlux<E> before;
		boolean late;
		synchronized (this) {
			before = this.answer;
			this.answer = opened;
			late = this.closed;
		}
		if (before != null) {
			before.cancel();
		}
		if (late) {
			opened.cancel();
		}
		return opened;
	}

	synchronized @Nullable Flux<E> elements() {
		return this.answer;
	}

	void close() {
		HeadedFlux<E> current;
		synchronized (this) {
			this.closed = true;
			current = this.answer;
		}
		if (current != null) {
			current.cancel();
		}
	}

	E convert(JsonRpcResultElements elements, CallSite site, BodyMask mask) {
		return ResultConverter.element(elements, this, site, mask);
	}

}
