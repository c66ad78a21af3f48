package io.github.jsonrpcspring.client;

/**
 * The server failed inside (-32603).
 *
 * @since 0.1.0
 */
public class JsonRpcInternalErrorException extends JsonRpcErrorException {

	private static final long serialVersionUID = 1L;

	JsonRpcInternalErrorException(CallSite site, ErrorAnswer answer) {
		super(site, answer);
	}

}
