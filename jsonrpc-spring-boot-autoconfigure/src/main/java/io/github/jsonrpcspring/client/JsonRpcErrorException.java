package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * The server answered with an error object.
 *
 * @since 0.1.0
 */
public class JsonRpcErrorException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private static final int LONGEST_MESSAGE = 500;

	private final transient @Nullable JsonRpcError error;

	private final transient @Nullable BodyMask mask;

	private final long code;

	private final boolean hasCode;

	private final String errorMessage;

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	JsonRpcErrorException(CallSite site, ErrorAnswer answer) {
		super(site, describe(answer), null);
		JsonRpcError error = answer.error();
		this.error = error;
		this.mask = answer.mask();
		this.code = error.code();
		this.hasCode = error.hasCode();
		this.errorMessage = error.message();
		this.status = answer.http().status();
		this.headers = answer.http().headers();
	}

	/**
	 * Return the exception for an error, of the type that belongs to its code. For tests
	 * and other sources of errors than a server.
	 * @param client the client's name
	 * @param method the method's name
	 * @param error the error
	 * @return the exception
	 */
	public static JsonRpcErrorException of(String client, String method, JsonRpcError error) {
		return of(new CallSite(client, method, null), new ErrorAnswer(error, HttpAnswer.NONE, ""));
	}

	static JsonRpcErrorException of(CallSite site, ErrorAnswer answer) {
		return ErrorKind.of(answer.error()).exception(site, answer);
	}

	private static String describe(ErrorAnswer answer) {
		JsonRpcError error = answer.error();
		boolean hidden = answer.mask() != null && answer.mask().hides("error", "message");
		return describe(error, hidden ? "" : error.message())
				+ (answer.http().status().is2xxSuccessful() ? "" : " (HTTP " + answer.http().status().value() + ")")
				+ answer.advice();
	}

	static String describe(JsonRpcError error, String message) {
		return "error" + (error.hasCode() ? " " + error.code() : " without a code")
				+ (message.isEmpty() ? "" : ": " + TextExcerpt.of(message, LONGEST_MESSAGE));
	}

	/**
	 * Return the error object with its raw form.
	 * @return the error; {@code null} after serialization
	 */
	public @Nullable JsonRpcError error() {
		return this.error;
	}

	/**
	 * Return the error code.
	 * @return the code, 0 when there is none: see {@link #hasCode()}
	 */
	public long code() {
		return this.code;
	}

	/**
	 * Return whether the error has a code.
	 * @return whether {@link #code()} is the server's
	 */
	public boolean hasCode() {
		return this.hasCode;
	}

	/**
	 * Return the error's message.
	 * @return the message as the server sent it, empty when there is none
	 */
	public String errorMessage() {
		return this.errorMessage;
	}

	/**
	 * Return the error's data.
	 * @return the data; {@code null} when absent and after serialization
	 */
	public @Nullable JsonNode data() {
		return (this.error != null) ? this.error.data() : null;
	}

	/**
	 * Convert the error's data.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted data; {@code null} when absent, null, and after serialization
	 * @throws JsonRpcResultConversionException if the data does not fit the type; this
	 * exception is kept as suppressed
	 */
	public <T> @Nullable T dataAs(Class<T> type) {
		return (this.error == null) ? null : ResultConverter.<@Nullable T>dataAs(this, this.error, this.mask,
				type.getName(), (error) -> error.dataAs(type));
	}

	/**
	 * Convert the error's data.
	 * @param <T> the type
	 * @param type the type to convert to
	 * @return the converted data; {@code null} when absent, null, and after serialization
	 * @throws JsonRpcResultConversionException if the data does not fit the type; this
	 * exception is kept as suppressed
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T dataAs(JavaType type) {
		return (this.error == null) ? null : ResultConverter.<@Nullable T>dataAs(this, this.error, this.mask,
				type.toCanonical(), (error) -> error.dataAs(type));
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status
	 */
	public HttpStatusCode status() {
		return this.status;
	}

	/**
	 * Return the HTTP headers of the answer.
	 * @return the headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

}
