package io.github.jsonrpcspring.client;

/**
 * The server could not parse the message (-32700).
 *
 * @since 0.1.0
 */
public class JsonRpcServerParseErrorException extends JsonRpcErrorException {

	private static final long serialVersionUID = 1L;

	JsonRpcServerParseErrorException(CallSite site, ErrorAnswer answer) {
		super(site, answer);
	}

}
