package io.github.jsonrpcspring.service;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A method of an interface with all that is known of it before it is called.
 *
 * @param template the template to call with, which holds the settings and the error
 * mappings of the method
 * @param operation the method and the remote method
 * @param arguments what is done with each argument
 * @param result what the method gives back
 */
record JsonRpcServiceMethod(JsonRpcTemplate template, JsonRpcServiceDescription.Operation operation,
		ServiceArguments arguments, ServiceResult result) implements MethodInvoker {

	String name() {
		return this.operation.method();
	}

	@Override
	public @Nullable Object invoke(Object proxy, @Nullable Object[] arguments) throws Exception {
		try {
			return this.result.retrieve(new ServiceCall(this, arguments));
		}
		catch (MappedException ex) {
			throw ex.exception();
		}
	}

}
