package io.github.jsonrpcspring.client;

/**
 * The server does not accept the message as a request (-32600).
 *
 * @since 0.1.0
 */
public class JsonRpcInvalidRequestException extends JsonRpcErrorException {

	private static final long serialVersionUID = 1L;

	JsonRpcInvalidRequestException(CallSite site, ErrorAnswer answer) {
		super(site, answer);
	}

}
