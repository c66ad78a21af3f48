package io.github.jsonrpcspring.autoconfigure;

/**
 * What sends the requests of a client.
 */
enum Transport {

	/**
	 * Send with a WebClient, for blocking and reactive callers.
	 */
	WEB_CLIENT,

	/**
	 * Send with a RestClient on the thread of the caller.
	 */
	REST_CLIENT

}
