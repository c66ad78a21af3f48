package io.github.jsonrpcspring.client;

/**
 * The server does not accept the parameters (-32602).
 *
 * @since 0.1.0
 */
public class JsonRpcInvalidParamsException extends JsonRpcErrorException {

	private static final long serialVersionUID = 1L;

	JsonRpcInvalidParamsException(CallSite site, ErrorAnswer answer) {
		super(site, answer);
	}

}
