package io.github.jsonrpcspring.client.transport;

import java.io.IOException;

import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * What the transport has to know of Apache HttpComponents, which may be absent.
 */
final class HttpComponentsSupport {

	private HttpComponentsSupport() {
	}

	static Throwable translate(Throwable error) {
		if (error instanceof NoHttpResponseException) {
			return new NoResponseException(error);
		}
		if (error.getCause() instanceof HttpException) {
			return new IOException("The answer is no complete HTTP message", error);
		}
		return error;
	}

}
