package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

/**
 * Gives the headers that authenticate each message of a client, for credentials that
 * change: tokens that expire, signatures of the body.
 * <p>
 * The headers replace the client's own of the same names; those that a call sets itself
 * are left alone. An error, and whatever it takes to get the headers, counts as part of
 * the call: it ends within the deadline of the call, with a
 * {@link JsonRpcTransportException} that has the error as its cause, and shows the
 * message of a {@link NoCredentialsException}. Messages of such errors should hold no
 * secret. Implementations are thread-safe and do not block. A call that sets
 * {@code Authorization} itself asks for no headers.
 * <p>
 * A bean named {@code <client>JsonRpcAuthentication}, or with the name of the client as
 * its qualifier, is used for that client.
 *
 * @since 0.1.0
 * @see JsonRpcTemplateBuilder#authentication(JsonRpcAuthentication)
 */
@FunctionalInterface
public interface JsonRpcAuthentication {

	/**
	 * Return the headers that authenticate a message.
	 * @param request the message as it is sent, a batch as a whole
	 * @return the headers, empty to send the message as it is
	 */
	Mono<HttpHeaders> authenticate(JsonRpcTransportRequest request);

	/**
	 * Return other headers than those that the server has just refused with the status
	 * 401. The message is then sent once more, the only case in which that happens; if
	 * there are none, the same again, or an error, 401 is the answer.
	 * @param request the message, as in {@link #authenticate}
	 * @param refused the headers that {@link #authenticate} returned
	 * @param response the answer with the status 401
	 * @return the fresh headers; empty by default
	 */
	default Mono<HttpHeaders> reauthenticate(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response) {
		return Mono.empty();
	}

}
