package io.github.jsonrpcspring.client.transport;

import java.io.EOFException;
import java.io.IOException;

import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Gets the errors of the HTTP client out of what {@code WebClient} makes of them.
 */
final class TransportErrors {

	private static final String JDK_NO_RESPONSE = "header parser received no bytes";

	private TransportErrors() {
	}

	static Throwable translate(Throwable error) {
		Throwable cause = error.getCause();
		if (error instanceof WebClientRequestException && cause != null) {
			error = cause;
		}
		if (DefaultConnector.REACTOR_NETTY_PRESENT) {
			error = ReactorNettySupport.translate(error);
		}
		return isWithoutResponse(error) ? new NoResponseException(error) : error;
	}

	private static boolean isWithoutResponse(Throwable error) {
		return error instanceof IOException && error.getCause() instanceof EOFException && error.getMessage() != null
				&& error.getMessage().contains(JDK_NO_RESPONSE);
	}

}
