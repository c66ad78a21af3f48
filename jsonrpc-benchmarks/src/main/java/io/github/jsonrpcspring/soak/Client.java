package io.github.jsonrpcspring.soak;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;

/**
 * One client in all its forms.
 *
 * @param template the blocking template
 * @param reactive the reactive template
 * @param proxy the interface
 */
record Client(JsonRpcTemplate template, ReactiveJsonRpcTemplate reactive, Echo proxy) {

	static final String METHOD = "echo";

	static Client of(JsonRpcTemplate template) {
		return new Client(template, template.reactive(),
				JsonRpcServiceProxyFactory.builder(template).build().createClient(Echo.class));
	}

}
