package io.github.jsonrpcspring.client;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
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
import tools.jackson.databind.JavaType;

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
	 * @param type what the results will be converted to, {@code null} if not known
	 */
	JsonRpcMessage judge(CallSite site, JsonRpcMessage sent, JsonRpcTransportResponse response,
			@Nullable JavaType type) {
		return (sent instanceof JsonRpcRequest request) ? single(site, request, response, type)
				: batch(site, (JsonRpcBatchRequest) sent, response, type);
	}

	private JsonRpcResponse single(CallSite site, JsonRpcRequest request, JsonRpcTransportResponse response,
			@Nullable JavaType type) {
		boolean success = response.status().is2xxSuccessful();
		requireReadable(site, response);
		if (response.body().length == 0) {
			response.drop();
			throw success ? this.failures.invalid(site, response, "no body", "")
					: this.failures.status(site, response, "", null);
		}
		JsonRpcMessage message = read(site, request, response, type, "");
		if (!(message instanceof JsonRpcResponse answer)) {
			response.drop();
			throw success
					? this.failures.invalid(site, response, arrayRule(request, (JsonRpcBatchResponse) message), "")
					: this.failures.status(site, response, "", null);
		}
		boolean foreign = !AnswerIds.accepts(request, answer, this.validation);
		if (!success && !isRpcError(answer)) {
			if (foreign && AnswerIds.hasId(answer)) {
				response.drop();
			}
			throw this.failures.status(site, response, "", null);
		}
		if (foreign) {
			response.drop();
			boolean offAccepts = this.validation != JsonRpcValidation.OFF;
			boolean lenientAccepts = this.validation == JsonRpcValidation.STRICT
					&& AnswerIds.accepts(request, answer, JsonRpcValidation.LENIENT);
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

	private JsonRpcMessage batch(CallSite site, JsonRpcBatchRequest batch, JsonRpcTransportResponse response,
			@Nullable JavaType type) {
		boolean success = response.status().is2xxSuccessful();
		requireReadable(site, response);
		JsonRpcMessage message;
		if (response.body().length == 0) {
			response.drop();
			if (!success) {
				throw this.failures.status(site, response, NO_BATCHES, null);
			}
			message = this.codec.readResponse("[]");
		}
		else {
			message = read(site, batch, response, type, NO_BATCHES);
		}
		JsonRpcMessage answer = (message instanceof JsonRpcBatchResponse responses)
				? responses.withRequest(batch, this.validation) : message;
		JsonRpcResponse foreign = (answer instanceof JsonRpcResponse single
				&& AnswerIds.isOfAnother(batch, single, this.validation)) ? single : null;
		if (foreign != null || (answer instanceof JsonRpcBatchResponse responses && hasForeign(responses))) {
			response.drop();
		}
		if (!success && !isRpcAnswer(answer)) {
			throw this.failures.status(site, response, NO_BATCHES, null);
		}
		if (foreign != null) {
			boolean lenientAccepts = AnswerIds.accepts(batch, foreign, JsonRpcValidation.LENIENT);
			throw this.failures.idMismatch(site, response, foreign.id(),
					advice(lenientAccepts ? JsonRpcValidation.LENIENT : null));
		}
		return answer;
	}

	/**
	 * Return whether a batch answer has one for a call that is not of this batch.
	 */
	private static boolean hasForeign(JsonRpcBatchResponse responses) {
		for (JsonRpcResponse one : responses) {
			JsonRpcId id = one.id();
			if (one.request() == null && id != null && !AnswerIds.isPlaceholder(id)) {
				return true;
			}
		}
		return false;
	}

	private JsonRpcMessage read(CallSite site, JsonRpcMessage sent, JsonRpcTransportResponse response,
			@Nullable JavaType type, String statusAdvice) {
		byte[] json = utf8(site, response, statusAdvice);
		try {
			return this.codec.readResponse(json, version(sent), this.validation, type);
		}
		catch (JsonRpcProtocolException ex) {
			boolean success = response.status().is2xxSuccessful();
			if (success && !ex.isJson()) {
				response.drop();
			}
			String advice = advice(acceptedBy(json, sent, success));
			throw success ? this.failures.invalid(site, response, ex, advice)
					: this.failures.status(site, response, statusAdvice + advice, null);
		}
	}

	private static @Nullable JsonRpcVersion version(JsonRpcMessage sent) {
		return ((sent instanceof JsonRpcBatchRequest batch) ? batch.requests().get(0) : (JsonRpcRequest) sent)
			.version();
	}

	/**
	 * Return the level of validation that would read an answer which this one refuses.
	 */
	private @Nullable JsonRpcValidation acceptedBy(byte[] json, JsonRpcMessage sent, boolean success) {
		for (JsonRpcValidation level : List.of(JsonRpcValidation.LENIENT, JsonRpcValidation.OFF)) {
			try {
				if (level.compareTo(this.validation) > 0
						&& this.codec.readResponse(json, version(sent), level) instanceof JsonRpcResponse answer
						&& AnswerIds.accepts(sent, answer, level) && (success || isRpcError(answer))) {
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

	private void requireReadable(CallSite site, JsonRpcTransportResponse response) {
		if (response.status().is3xxRedirection()) {
			if (response.body().length == 0) {
				response.drop();
			}
			throw this.failures.status(site, response, "", null);
		}
		String encoding = response.headers().getFirst(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")
				&& response.body().length > 0) {
			throw this.failures.unreadable(site, response, "the body has the content encoding '"
					+ TextExcerpt.of(encoding, 50) + "', which the HTTP client does not decode");
		}
		MediaType type = contentType(response.headers());
		if (type != null && MediaType.TEXT_EVENT_STREAM.includes(type)) {
			throw this.failures.unreadable(site, response, "the answer is an event stream (text/event-stream)");
		}
	}

	/**
	 * Return whether a body is read as it is.
	 */
	static boolean isUtf8(HttpHeaders headers) {
		return charset(headers) == null;
	}

	/**
	 * Return the charset of a body that is not UTF-8.
	 */
	private static @Nullable Charset charset(HttpHeaders headers) {
		MediaType type = contentType(headers);
		Charset charset = (type != null) ? type.getCharset() : null;
		return StandardCharsets.UTF_8.equals(charset) ? null : charset;
	}

	private static @Nullable MediaType contentType(HttpHeaders headers) {
		if (MediaType.APPLICATION_JSON_VALUE.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
			return MediaType.APPLICATION_JSON;
		}
		try {
			return headers.getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	private byte[] utf8(CallSite site, JsonRpcTransportResponse response, String statusAdvice) {
		Charset charset = charset(response.headers());
		if (charset == null) {
			return response.body();
		}
		try {
			CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(response.body()));
			ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(text);
			byte[] json = new byte[utf8.remaining()];
			utf8.get(json);
			return json;
		}
		catch (CharacterCodingException ex) {
			response.drop();
			throw response.status().is2xxSuccessful() ? this.failures.notText(site, response, charset)
					: this.failures.status(site, response, statusAdvice, null);
		}
	}

}
