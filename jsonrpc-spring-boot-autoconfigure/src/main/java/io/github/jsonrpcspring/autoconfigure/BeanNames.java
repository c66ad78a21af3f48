package io.github.jsonrpcspring.autoconfigure;

/**
 * The names of the beans of a client.
 */
final class BeanNames {

	private BeanNames() {
	}

	static String template(String client) {
		return client + "JsonRpcTemplate";
	}

	static String authentication(String client) {
		return client + "JsonRpcAuthentication";
	}

	static String reactiveTemplate(String client) {
		return client + "ReactiveJsonRpcTemplate";
	}

}
