package io.github.jsonrpcspring.client;

import java.util.function.BiFunction;

import io.github.jsonrpcspring.protocol.JsonRpcError;

/**
 * The kinds of error objects that have exceptions of their own.
 */
enum ErrorKind {

	SERVER_ERROR(JsonRpcServerErrorException.class, JsonRpcServerErrorException::new),

	PARSE_ERROR(JsonRpcServerParseErrorException.class, JsonRpcServerParseErrorException::new),

	INVALID_REQUEST(JsonRpcInvalidRequestException.class, JsonRpcInvalidRequestException::new),

	METHOD_NOT_FOUND(JsonRpcMethodNotFoundException.class, JsonRpcMethodNotFoundException::new),

	INVALID_PARAMS(JsonRpcInvalidParamsException.class, JsonRpcInvalidParamsException::new),

	INTERNAL_ERROR(JsonRpcInternalErrorException.class, JsonRpcInternalErrorException::new),

	OTHER(JsonRpcErrorException.class, JsonRpcErrorException::new);

	private final Class<? extends JsonRpcErrorException> type;

	private final BiFunction<CallSite, ErrorAnswer, JsonRpcErrorException> factory;

	ErrorKind(Class<? extends JsonRpcErrorException> type,
			BiFunction<CallSite, ErrorAnswer, JsonRpcErrorException> factory) {
		this.type = type;
		this.factory = factory;
	}

	static ErrorKind of(JsonRpcError error) {
		if (error.isServerError()) {
			return SERVER_ERROR;
		}
		if (error.code() == JsonRpcError.PARSE_ERROR) {
			return PARSE_ERROR;
		}
		if (error.code() == JsonRpcError.INVALID_REQUEST) {
			return INVALID_REQUEST;
		}
		if (error.code() == JsonRpcError.METHOD_NOT_FOUND) {
			return METHOD_NOT_FOUND;
		}
		if (error.code() == JsonRpcError.INVALID_PARAMS) {
			return INVALID_PARAMS;
		}
		return (error.code() == JsonRpcError.INTERNAL_ERROR) ? INTERNAL_ERROR : OTHER;
	}

	Class<? extends JsonRpcErrorException> type() {
		return this.type;
	}

	JsonRpcErrorException exception(CallSite site, ErrorAnswer answer) {
		return this.factory.apply(site, answer);
	}

}
