package io.github.jsonrpcspring.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Judges an HTTP answer: shape, then id. What passes is the answer to the message that
 * was sent, be it an error object.
 */
final class ResponseJudge {

	/** What may help when a server does not answer a batch as such. */
	static final String NO_BATCHES = "; if the server takes no batches, 'batch.enabled: false' sends their requests"
			+ " one by one";

	private final JsonRpcCodec codec;

	private final JsonRpcValidation validation;

	private final Failures failures;

	ResponseJudge(JsonRpcCodec codec, JsonRpcValidation validation, Failures failures) {
		this.codec = codec;
		this.validation = validation;
		this.failures = failures;
	}

	/**
	 * Return the answer to a message that expects one.
	 */
	JsonRpcMessage judge(CallSite site, JsonRpcMessage sent, JsonRpcTransportResponse response) {
		return (sent instanceof JsonRpcRequest request) ? single(site, request, response)
				: batch(site, (JsonRpcBatchRequest) sent, response);
	}

	private JsonRpcResponse single(CallSite site, JsonRpcRequest request, JsonRpcTransportResponse response) {
		boolean success = response.status().is2xxSuccessful();
		requireReadable(site, response);
		if (response.body().length == 0) {
			response.drop();
			throw success ? this.failures.invalid(site, response, "no body", "")
					: this.failures.status(site, response, "", null);
		}
		JsonRpcMessage message = read(site, request, response, "");
		if (!(message instanceof JsonRpcResponse answer)) {
			throw success
					? this.failures.invalid(site, response, arrayRule(request, (JsonRpcBatchResponse) message), "")
					: this.failures.status(site, response, "", null);
		}
		if (!success && !isRpcError(answer)) {
			throw this.failures.status(site, response, "", null);
		}
		if (!belongs(request, answer, this.validation)) {
			response.drop();
			boolean offAccepts = this.validation != JsonRpcValidation.OFF;
			boolean lenientAccepts = this.validation == JsonRpcValidation.STRICT
					&& belongs(request, answer, JsonRpcValidation.LENIENT);
			throw this.failures.idMismatch(site, response, answer.id(),
					advice(lenientAccepts ? JsonRpcValidation.LENIENT : offAccepts ? JsonRpcValidation.OFF : null));
		}
		return answer.withRequest(request);
	}

	private static String arrayRule(JsonRpcRequest request, JsonRpcBatchResponse array) {
		boolean bare = array.responses().stream().allMatch((item) -> item.violation() != null && item.id() == null);
		return "an array in answer to a single request"
				+ (bare ? ", a bare result? The server may speak another version, see the setting 'version: "
						+ ((request.version() == JsonRpcVersion.V1_0) ? "2.0'" : "1.0'") : "");
	}

	private JsonRpcMessage batch(CallSite site, JsonRpcBatchRequest batch, JsonRpcTransportResponse response) {
		boolean success = response.status().is2xxSuccessful();
		requireReadable(site, response);
		JsonRpcMessage message;
		if (response.body().length == 0) {
			if (!success) {
				throw this.failures.status(site, response, NO_BATCHES, null);
			}
			message = this.codec.readResponse("[]");
		}
		else {
			message = read(site, batch.requests().get(0), response, NO_BATCHES);
		}
		JsonRpcMessage answer = (message instanceof JsonRpcBatchResponse responses)
				? responses.withRequest(batch, this.validation) : message;
		if (!success && !isRpcAnswer(answer)) {
			throw this.failures.status(site, response, NO_BATCHES, null);
		}
		return answer;
	}

	private JsonRpcMessage read(CallSite site, JsonRpcRequest request, JsonRpcTransportResponse response,
			String statusAdvice) {
		byte[] json = utf8(response);
		try {
			return this.codec.readResponse(json, request.version(), this.validation);
		}
		catch (JsonRpcProtocolException ex) {
			boolean success = response.status().is2xxSuccessful();
			String advice = advice(acceptedBy(json, request, success));
			throw success ? this.failures.invalid(site, response, ex, advice)
					: this.failures.status(site, response, statusAdvice + advice, null);
		}
	}

	/**
	 * Return the level of validation that would read an answer which this one refuses.
	 */
	private @Nullable JsonRpcValidation acceptedBy(byte[] json, JsonRpcRequest request, boolean success) {
		for (JsonRpcValidation level : List.of(JsonRpcValidation.LENIENT, JsonRpcValidation.OFF)) {
			try {
				if (level.compareTo(this.validation) > 0
						&& this.codec.readResponse(json, request.version(), level) instanceof JsonRpcResponse answer
						&& belongs(request, answer, level) && (success || isRpcError(answer))) {
					return level;
				}
			}
			catch (JsonRpcProtocolException ex) {
				// the next level may accept it
			}
		}
		return null;
	}

	/**
	 * Return the words that name the level of validation which would accept an answer.
	 */
	static String advice(@Nullable JsonRpcValidation level) {
		return (level != null) ? "; 'validation: " + level.name().toLowerCase(Locale.ROOT) + "' would accept it" : "";
	}

	/**
	 * Return whether the body of an answer with an error status is JSON-RPC, and not the
	 * error document of a web server.
	 */
	private static boolean isRpcError(JsonRpcResponse answer) {
		JsonRpcError error = answer.error();
		return error != null
				&& (error.raw().isObject() || answer.id() != null || answer.version() == JsonRpcVersion.V2_0);
	}

	/**
	 * Return whether the body of an answer with an error status is a batch answer, which
	 * some servers send with the status of one of its errors, or one error for all.
	 */
	private static boolean isRpcAnswer(JsonRpcMessage message) {
		if (message instanceof JsonRpcBatchResponse batch) {
			List<JsonRpcResponse> responses = batch.responses();
			return responses.stream().anyMatch((one) -> one.request() != null)
					|| (responses.size() == 1 && responses.get(0).violation() == null && responses.get(0).isError());
		}
		return message instanceof JsonRpcResponse answer && isRpcError(answer);
	}

	private static boolean belongs(JsonRpcRequest request, JsonRpcResponse answer, JsonRpcValidation validation) {
		JsonRpcId expected = request.id();
		JsonRpcId actual = answer.id();
		if (validation == JsonRpcValidation.OFF || expected == null) {
			return true;
		}
		if (answer.isError() && (actual == null || actual.isNull())) {
			return true;
		}
		if (actual == null) {
			return false;
		}
		return expected.matches(actual, validation)
				|| (validation == JsonRpcValidation.LENIENT && answer.isError() && isPlaceholder(actual));
	}

	/**
	 * Return whether an id stands for "unknown" in the errors of some servers.
	 */
	static boolean isPlaceholder(JsonRpcId id) {
		String text = id.text();
		return text == null ? id.isNull() : text.isEmpty() || text.equals("0") || text.equals("null");
	}

	private void requireReadable(CallSite site, JsonRpcTransportResponse response) {
		if (response.status().is3xxRedirection()) {
			throw this.failures.status(site, response, "", null);
		}
		String encoding = response.headers().getFirst(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.equalsIgnoreCase("identity") && response.body().length > 0) {
			throw this.failures.unreadable(site, response, "the body has the content encoding '"
					+ TextExcerpt.of(encoding, 50) + "', which the HTTP client does not decode");
		}
		MediaType type = contentType(response);
		if (type != null && MediaType.TEXT_EVENT_STREAM.includes(type)) {
			throw this.failures.unreadable(site, response, "the answer is an event stream (text/event-stream)");
		}
	}

	private static @Nullable MediaType contentType(JsonRpcTransportResponse response) {
		try {
			return response.headers().getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	private static byte[] utf8(JsonRpcTransportResponse response) {
		MediaType type = contentType(response);
		Charset charset = (type != null) ? type.getCharset() : null;
		return (charset == null || charset.equals(StandardCharsets.UTF_8)) ? response.body()
				: new String(response.body(), charset).getBytes(StandardCharsets.UTF_8);
	}

}
