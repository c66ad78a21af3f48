package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.transport.JsonRpcTransport;

/**
 * Makes the transports of one kind.
 */
interface HttpTransports {

	Transport kind();

	/**
	 * Whether cookies can be handled when a setting wants it.
	 */
	boolean canHandleCookies();

	JsonRpcTransport create(ClientConfiguration configuration);

}
