package io.github.jsonrpcspring.client;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.client.transport.NoResponseException;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.StreamConstraintsException;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;

/**
 * The one place where everything that goes wrong with a call becomes an exception.
 */
final class Failures {

	private final JsonRpcClientSettings settings;

	private final BodyMask mask;

	private final List<JsonRpcExceptionTranslator> translators;

	Failures(JsonRpcClientSettings settings, BodyMask mask, List<JsonRpcExceptionTranslator> translators) {
		this.settings = settings;
		this.mask = mask;
		this.translators = translators;
	}

	BodyMask mask() {
		return this.mask;
	}

	/**
	 * Translate what a transport signals.
	 */
	JsonRpcException transport(CallSite site, Throwable failure, CallLimits limits) {
		if (failure instanceof JsonRpcException translated) {
			return translated;
		}
		if (failure instanceof AuthenticationFailure authentication) {
			return authentication(site, authentication);
		}
		if (failure instanceof DataBufferLimitException) {
			return new JsonRpcResponseTooLargeException(site, limits.maxResponseSize(), failure);
		}
		if (failure instanceof NoResponseException) {
			return noResponse(site, "", failure);
		}
		if (failure instanceof DeadlineException deadline && limits.timeout() != null) {
			return new JsonRpcTimeoutException(site, "no answer within " + text(limits.timeout()) + ", "
					+ deadline.outcome() + "; 'timeout' sets the deadline", failure);
		}
		if (isTimeout(failure)) {
			return new JsonRpcTimeoutException(site, "timed out: " + failure.getClass().getSimpleName(), failure);
		}
		return new JsonRpcTransportException(site, "no answer: " + describe(failure) + where() + TlsAdvice.of(failure),
				null, failure);
	}

	/**
	 * A refusal by the server stays the answer. The server is not named where the failure
	 * may be that of another one.
	 */
	private JsonRpcTransportException authentication(CallSite site, AuthenticationFailure failure) {
		return (failure.refusal() != null) ? status(site, failure.refusal(), "; " + reason(failure), failure.getCause())
				: new JsonRpcTransportException(site, reason(failure), null, failure.getCause());
	}

	JsonRpcTransportException noResponse(CallSite site, String advice, Throwable failure) {
		return new JsonRpcTransportException(site,
				"the connection was closed without an answer, the outcome of the call is unknown" + advice, null,
				failure);
	}

	static Class<?> type(Throwable failure) {
		if (failure instanceof AuthenticationFailure && failure.getCause() != null) {
			return failure.getCause().getClass();
		}
		return (failure instanceof DeadlineException) ? TimeoutException.class : failure.getClass();
	}

	static String describe(Throwable failure) {
		if (failure instanceof AuthenticationFailure authentication) {
			return ((authentication.refusal() != null) ? "401, " : "") + reason(authentication);
		}
		if (failure instanceof DeadlineException) {
			return "no answer in time";
		}
		if (failure instanceof ConnectException) {
			return "cannot connect";
		}
		if (failure instanceof UnknownHostException) {
			return "unknown host";
		}
		if (failure instanceof ClosedChannelException) {
			return "the connection was closed";
		}
		return (failure instanceof SSLException) ? "no secure connection" : failure.getClass().getSimpleName();
	}

	private static String reason(AuthenticationFailure failure) {
		Throwable cause = failure.getCause();
		if (cause instanceof NoCredentialsException) {
			return "authentication failed: " + cause.getMessage();
		}
		return "authentication failed" + ((cause != null) ? ": " + describe(cause) : "");
	}

	private String where() {
		return (this.settings.target() != null) ? " (" + Endpoint.display(this.settings.target()) + ")" : "";
	}

	private static boolean isTimeout(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause.getClass().getSimpleName().endsWith("TimeoutException")) {
				return true;
			}
		}
		return false;
	}

	private static String text(Duration duration) {
		return (duration.toMillis() % 1000 == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

	JsonRpcTransportException status(CallSite site, JsonRpcTransportResponse response, String advice,
			@Nullable Throwable cause) {
		HttpAnswer answer = answer(response);
		String location = response.headers().getFirst(HttpHeaders.LOCATION);
		String redirect = (response.status().is3xxRedirection() && location != null)
				? " redirects to " + redirectTarget(location) + ", which is not followed" : "";
		return new JsonRpcTransportException(site, "unexpected answer" + redirect + "; " + answer.describe() + advice,
				answer, cause);
	}

	private static String redirectTarget(String location) {
		try {
			URI uri = URI.create(location);
			if (uri.getRawAuthority() == null) {
				return "another path of the same host";
			}
			return (uri.getHost() != null) ? Endpoint.display(uri) : "another host";
		}
		catch (IllegalArgumentException ex) {
			return "a malformed location";
		}
	}

	JsonRpcTransportException unreadable(CallSite site, JsonRpcTransportResponse response, String reason) {
		HttpAnswer answer = HttpAnswer.of(response.status(), response.headers(), "");
		return new JsonRpcTransportException(site, reason + "; " + answer.describe(), answer, null);
	}

	JsonRpcInvalidResponseException invalid(CallSite site, JsonRpcTransportResponse response, String rule,
			String advice) {
		return new JsonRpcInvalidResponseException(site, rule, advice, answer(response), null);
	}

	JsonRpcInvalidResponseException invalid(CallSite site, JsonRpcTransportResponse response,
			JsonRpcProtocolException violation, String advice) {
		if (!violation.isJson()) {
			return new JsonRpcParseException(site, rule(violation), answer(response), null);
		}
		return new JsonRpcInvalidResponseException(site, sectionedRule(violation), advice, answer(response), null);
	}

	JsonRpcParseException notText(CallSite site, JsonRpcTransportResponse response, Charset charset) {
		return new JsonRpcParseException(site, "not text in " + charset + ", which the content type names",
				answer(response), null);
	}

	/**
	 * Return the exception for an entry of a batch whose answer is none.
	 */
	JsonRpcInvalidResponseException entry(CallSite site, JsonRpcProtocolException violation, BatchOutcome outcome) {
		String excerpt = this.mask.show(violation.excerpt().getBytes(StandardCharsets.UTF_8));
		return new JsonRpcInvalidResponseException(site, sectionedRule(violation),
				ResponseJudge.advice(violation.acceptedBy()), outcome.http().withExcerpt(excerpt), null);
	}

	/**
	 * Return an error object as a text, without the message where a mask hides it.
	 */
	String shown(JsonRpcError error) {
		return this.mask.hides("error", "message") ? JsonRpcErrorException.describe(error, "") : error.toString();
	}

	/**
	 * Return the rule that is broken, without the words of the parser where a mask hides
	 * anything: they may quote what was read.
	 */
	String rule(JsonRpcProtocolException violation) {
		Throwable cause = violation.getCause();
		boolean quotes = cause != null && !(cause instanceof StreamConstraintsException);
		int words = violation.rule().indexOf(": ");
		return (quotes && words > 0 && !this.mask.isEmpty()) ? violation.rule().substring(0, words) : violation.rule();
	}

	private String sectionedRule(JsonRpcProtocolException violation) {
		return rule(violation)
				+ ((violation.specSection() != null) ? " (JSON-RPC " + violation.specSection() + ")" : "");
	}

	JsonRpcIdMismatchException idMismatch(CallSite site, JsonRpcTransportResponse response, @Nullable JsonRpcId actual,
			String advice) {
		return new JsonRpcIdMismatchException(site, site.id(), actual, advice, answer(response));
	}

	/**
	 * Translate an error object, first by the application's own translators.
	 */
	RuntimeException error(CallSite site, ErrorAnswer answer) {
		return translate(JsonRpcErrorException.of(site, answer.withMask(this.mask)));
	}

	RuntimeException translate(JsonRpcErrorException exception) {
		for (JsonRpcExceptionTranslator translator : this.translators) {
			RuntimeException translated = translate(translator, exception);
			if (translated != null) {
				return translated;
			}
		}
		return exception;
	}

	private @Nullable RuntimeException translate(JsonRpcExceptionTranslator translator,
			JsonRpcErrorException exception) {
		try {
			return translator.translate(exception);
		}
		catch (LinkageError | StackOverflowError ex) {
			// Reactor would throw it where nobody waits
			throw new IllegalStateException(
					"A translator of the errors of client '" + this.settings.name() + "' failed", ex);
		}
	}

	private HttpAnswer answer(JsonRpcTransportResponse response) {
		return HttpAnswer.of(response.status(), response.headers(), this.mask.show(response.body()));
	}

}
