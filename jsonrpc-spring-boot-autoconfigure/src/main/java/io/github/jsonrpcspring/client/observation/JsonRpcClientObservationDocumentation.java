package io.github.jsonrpcspring.client.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observation of a client, and its keys.
 *
 * @since 0.1.0
 */
public enum JsonRpcClientObservationDocumentation implements ObservationDocumentation {

	/** A call, a notification or a batch, from its subscription to its result. */
	REQUESTS {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultJsonRpcClientObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeyNames.values();
		}

	};

	/**
	 * Keys with few values, which metrics have too.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/** The client's name. */
		CLIENT("jsonrpc.client"),

		/** The kind of end: a {@link JsonRpcClientOutcome.Status}. */
		OUTCOME("outcome"),

		/** The simple name of the exception that belongs to a failure, or none. */
		ERROR_TYPE("error.type"),

		/** The method's name, none for a batch. */
		METHOD("rpc.method"),

		/** The code of the error object that the server answered with, or none. */
		STATUS_CODE("rpc.response.status_code"),

		/** Always jsonrpc. */
		SYSTEM("rpc.system.name");

		private final String key;

		LowCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys with many values, which only spans have. Those without a value are absent.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/** The number of failed calls of a batch. */
		BATCH_FAILED("jsonrpc.batch.failed"),

		/** The number of requests in a batch. */
		BATCH_SIZE("jsonrpc.batch.size"),

		/** The protocol's version: 1.0 or 2.0. */
		PROTOCOL_VERSION("jsonrpc.protocol.version"),

		/** The request's id. */
		REQUEST_ID("jsonrpc.request.id"),

		/** The server's host. */
		SERVER_ADDRESS("server.address"),

		/** The server's port. */
		SERVER_PORT("server.port");

		private final String key;

		HighCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

		@Override
		public boolean isRequired() {
			return false;
		}

	}

}
