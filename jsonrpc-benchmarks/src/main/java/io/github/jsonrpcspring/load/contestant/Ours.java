package io.github.jsonrpcspring.load.contestant;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.RestClientJsonRpcTransport;
import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;

/**
 * The ways to call with this project, each on any transport.
 */
final class Ours {

	private Ours() {
	}

	static JsonRpcTransport onWebClient(URI uri) {
		return WebClientJsonRpcTransport.create(uri);
	}

	static JsonRpcTransport onRestClient(URI uri) {
		return RestClientJsonRpcTransport.create(uri);
	}

	static Client.Blocking blocking(JsonRpcTransport transport) {
		JsonRpcTemplate template = template(transport);
		return (a, b) -> template.request("add", Integer.class, a, b);
	}

	static Client.Reactive reactive(JsonRpcTransport transport) {
		ReactiveJsonRpcTemplate template = template(transport).reactive();
		return (a, b) -> template.request("add", Integer.class, a, b);
	}

	static Client.Blocking proxy(JsonRpcTransport transport) {
		Calculator calculator = JsonRpcServiceProxyFactory.builder(template(transport))
			.build()
			.createClient(Calculator.class);
		return calculator::add;
	}

	static Client.Batch batch(JsonRpcTransport transport) {
		JsonRpcTemplate template = template(transport);
		return (a, b) -> {
			JsonRpcBatch batch = template.batch();
			List<JsonRpcBatch.Call<Integer>> calls = new ArrayList<>(a.length);
			for (int number : a) {
				calls.add(batch.add("add", Integer.class, number, b));
			}
			batch.execute();
			return calls.stream().mapToInt(JsonRpcBatch.Call::get).toArray();
		};
	}

	private static JsonRpcTemplate template(JsonRpcTransport transport) {
		return JsonRpcTemplate.builder(transport).build();
	}

	/**
	 * The interface that is called.
	 */
	interface Calculator {

		int add(int a, int b);

	}

}
