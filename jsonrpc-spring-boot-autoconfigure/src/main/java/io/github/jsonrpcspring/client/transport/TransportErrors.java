package io.github.jsonrpcspring.client.transport;

import java.io.EOFException;
import java.io.IOException;

import org.springframework.util.ClassUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Gets the errors of the HTTP client out of what {@code WebClient} makes of them.
 */
final class TransportErrors {

	static final boolean WEB_CLIENT_PRESENT = ClassUtils.isPresent(
			"org.springframework.web.reactive.function.client.WebClient", TransportErrors.class.getClassLoader());

	private static final String JDK_NO_RESPONSE = "header parser received no bytes";

	private TransportErrors() {
	}

	static Throwable translate(Throwable error) {
		Throwable cause = error.getCause();
		if (cause != null && (error instanceof ResourceAccessException
				|| (WEB_CLIENT_PRESENT && Reactive.isRequestException(error)))) {
			error = cause;
		}
		if (cause instanceof NothingWrittenException) {
			return cause;
		}
		if (DefaultRequestFactory.HTTP_COMPONENTS_PRESENT) {
			error = HttpComponentsSupport.translate(error);
		}
		if (DefaultConnector.REACTOR_NETTY_PRESENT) {
			error = ReactorNettySupport.translate(error);
		}
		return translateJdk(error);
	}

	/**
	 * The client of the JDK says the same of every end before an answer; the cause tells
	 * them apart.
	 */
	private static Throwable translateJdk(Throwable error) {
		String message = error.getMessage();
		if (error instanceof IOException && message != null && message.contains(JDK_NO_RESPONSE)
				&& error.getCause() instanceof IOException cause) {
			return (cause instanceof EOFException) ? new NoResponseException(error) : cause;
		}
		return error;
	}

	private static final class Reactive {

		static boolean isRequestException(Throwable error) {
			return error instanceof WebClientRequestException;
		}

	}

}
