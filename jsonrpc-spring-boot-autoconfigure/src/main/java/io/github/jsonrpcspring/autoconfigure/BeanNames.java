package io.github.jsonrpcspring.autoconfigure;

import java.util.List;

/**
 * The names of the beans of a client.
 */
final class BeanNames {

	private BeanNames() {
	}

	static String template(String client) {
		return client + "JsonRpcTemplate";
	}

	/**
	 * Return the client that a template is named after, or the name as it is.
	 */
	static String client(String template) {
		for (String suffix : List.of(reactiveTemplate(""), template(""))) {
			if (template.endsWith(suffix)) {
				return template.substring(0, template.length() - suffix.length());
			}
		}
		return template;
	}

	static String authentication(String client) {
		return client + "JsonRpcAuthentication";
	}

	static String reactiveTemplate(String client) {
		return client + "ReactiveJsonRpcTemplate";
	}

}
