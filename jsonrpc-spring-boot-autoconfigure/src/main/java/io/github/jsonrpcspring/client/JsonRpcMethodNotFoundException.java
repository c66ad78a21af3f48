package io.github.jsonrpcspring.client;

/**
 * The server knows no such method (-32601).
 *
 * @since 0.1.0
 */
public class JsonRpcMethodNotFoundException extends JsonRpcErrorException {

	private static final long serialVersionUID = 1L;

	JsonRpcMethodNotFoundException(CallSite site, ErrorAnswer answer) {
		super(site, answer);
	}

}
