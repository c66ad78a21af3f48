package io.github.jsonrpcspring.client;

import java.time.Duration;

import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The ways to make a call that is observed as one, each returning a number.
 */
enum ObservedCall {

	BLOCKING {

		@Override
		@Nullable Integer call(JsonRpcTemplate rpc) {
			return rpc.method("get").retrieve(Integer.class);
		}

	},

	MONO {

		@Override
		@Nullable Integer call(JsonRpcTemplate rpc) {
			return await(rpc.reactive().method("get").retrieve(Integer.class));
		}

	},

	FLUENT_OPTIONAL {

		@Override
		@Nullable Integer call(JsonRpcTemplate rpc) {
			return rpc.method("get").retrieveOptional(Integer.class).orElse(null);
		}

	},

	PROXY {

		@Override
		@Nullable Integer call(JsonRpcTemplate rpc) {
			return proxy(rpc).get();
		}

	},

	REACTIVE_PROXY {

		@Override
		@Nullable Integer call(JsonRpcTemplate rpc) {
			return await(proxy(rpc).later());
		}

	};

	/**
	 * Call the method {@code get} without parameters.
	 */
	abstract @Nullable Integer call(JsonRpcTemplate rpc);

	private static Numbers proxy(JsonRpcTemplate rpc) {
		return JsonRpcServiceProxyFactory.builder(rpc).build().createClient(Numbers.class);
	}

	private static @Nullable Integer await(Mono<Integer> mono) {
		return mono.block(Duration.ofSeconds(30));
	}

	/**
	 * An interface with the method.
	 */
	interface Numbers {

		@Nullable Integer get();

		@JsonRpcMethod("get")
		Mono<Integer> later();

	}

}
