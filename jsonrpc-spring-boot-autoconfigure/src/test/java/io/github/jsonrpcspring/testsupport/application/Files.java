package io.github.jsonrpcspring.testsupport.application;

import java.util.List;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcErrorMapping;
import io.github.jsonrpcspring.service.JsonRpcParamsStyle;

/**
 * A client that is not public, of the same server.
 */
@JsonRpcClient(value = "calculator", prefix = "Files.", params = JsonRpcParamsStyle.NAMED)
interface Files {

	@JsonRpcErrorMapping(code = -32004, exception = MissingFile.class)
	List<Entry> list(Filter filter);

	default int count(String directory) {
		return list(new Filter(directory)).size();
	}

	record Filter(String directory) {
	}

	record Entry(String name, long size) {
	}

	/**
	 * What the server says of a file that is not there.
	 */
	final class MissingFile extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Details details;

		MissingFile(String message, Details details) {
			super(message);
			this.details = details;
		}

		Details details() {
			return this.details;
		}

	}

	record Details(String path) {
	}

}
