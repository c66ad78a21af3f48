package io.github.jsonrpcspring.client;

/**
 * The server answered with an error of its own range (-32099 to -32000).
 *
 * @since 0.1.0
 */
public class JsonRpcServerErrorException extends JsonRpcErrorException {

	private static final long serialVersionUID = 1L;

	JsonRpcServerErrorException(CallSite site, ErrorAnswer answer) {
		super(site, answer);
	}

}
