package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;

/**
 * Gives authentications with OAuth2, where Spring Security is on the class path.
 */
@FunctionalInterface
interface OAuth2Authentications {

	/**
	 * Return the authentication for a client registration, the same one each time.
	 * @throws JsonRpcConfigurationException if there is no such registration
	 */
	JsonRpcAuthentication get(Setting<String> registration);

}
