package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * One message that is ready to be sent.
 *
 * @param site which call it is
 * @param message the message with its ids
 * @param transport what sends it
 * @param request the message as it is sent
 * @param limits its limits
 * @param observation the observation of the call, if there is one
 */
record PreparedCall(CallSite site, JsonRpcMessage message, JsonRpcTransport transport, JsonRpcTransportRequest request,
		CallLimits limits, @Nullable CallObservation observation) {

	DeadlineException deadline() {
		return new DeadlineException((this.transport instanceof AuthenticatedTransport authenticated)
				? authenticated.outcome() : AuthenticatedTransport.UNKNOWN_OUTCOME);
	}

	/**
	 * Return the exception for what a transport signals; an {@code Error} is thrown on.
	 */
	JsonRpcException translate(Throwable failure, Failures failures) {
		if (failure instanceof Error error) {
			throw error;
		}
		return failures.transport(this.site, failure, this.limits);
	}

}
