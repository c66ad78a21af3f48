package io.github.jsonrpcspring.protocol;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages exactly as the specification of their version says.
 */
final class MessageWriter {

	private static final SerializedString JSONRPC = new SerializedString("jsonrpc");

	private static final SerializedString VERSION_2 = new SerializedString("2.0");

	private static final SerializedString METHOD = new SerializedString("method");

	private static final SerializedString PARAMS = new SerializedString("params");

	private static final SerializedString ID = new SerializedString("id");

	private final JsonMapper mapper;

	private final JsonGenerator generator;

	MessageWriter(JsonMapper mapper, JsonGenerator generator) {
		this.mapper = mapper;
		this.generator = generator;
	}

	void write(JsonRpcMessage message) {
		if (message instanceof JsonRpcRequest request) {
			write(request);
		}
		else if (message instanceof JsonRpcResponse response) {
			write(response);
		}
		else if (message instanceof JsonRpcBatchRequest batch) {
			writeAll(batch.requests());
		}
		else if (message instanceof JsonRpcBatchResponse batch) {
			writeAll(batch.responses());
		}
	}

	private void writeAll(List<? extends JsonRpcMessage> messages) {
		this.generator.writeStartArray();
		messages.forEach(this::write);
		this.generator.writeEndArray();
	}

	private void write(JsonRpcRequest request) {
		if (request.error() != null) {
			throw new IllegalStateException("An invalid member of a batch cannot be written: " + request.error());
		}
		boolean first = request.version() == JsonRpcVersion.V1_0;
		this.generator.writeStartObject();
		if (!first) {
			this.generator.writeName(JSONRPC);
			this.generator.writeString(VERSION_2);
		}
		this.generator.writeName(METHOD);
		this.generator.writeString(request.method());
		if (request.hasParams()) {
			this.generator.writeName(PARAMS);
			request.params().write(this.generator, this.mapper);
		}
		else if (first) {
			this.generator.writeArrayPropertyStart("params");
			this.generator.writeEndArray();
		}
		if (request.isNotification()) {
			if (first) {
				this.generator.writeNullProperty("id");
			}
		}
		else {
			writeId(requireId(request));
		}
		if (!request.furtherMembers().isEmpty()) {
			request.furtherMembers().forEach((name, value) -> {
				if (value != null) {
					this.generator.writePOJOProperty(name, value);
				}
			});
		}
		this.generator.writeEndObject();
	}

	private static JsonRpcId requireId(JsonRpcRequest request) {
		JsonRpcId id = request.id();
		if (id == null) {
			throw new IllegalStateException("The request '" + request.method()
					+ "' has no id: build it with id(…), or with notification() if it is not to be answered");
		}
		return id;
	}

	private void write(JsonRpcResponse response) {
		JsonRpcError error = response.error();
		JsonValue result = response.resultValue();
		this.generator.writeStartObject();
		if (response.version() == JsonRpcVersion.V1_0) {
			this.generator.writeName("result");
			writeResult((error != null) ? null : result);
			this.generator.writeName("error");
			this.generator.writePOJO((error != null) ? error.raw() : null);
		}
		else {
			this.generator.writeStringProperty("jsonrpc", response.version().text());
			this.generator.writeName((error != null) ? "error" : "result");
			if (error != null) {
				this.generator.writePOJO(error.raw());
			}
			else {
				writeResult(result);
			}
		}
		JsonRpcId id = response.id();
		writeId((id != null) ? id : JsonRpcId.NULL);
		this.generator.writeEndObject();
	}

	private void writeResult(@Nullable JsonValue result) {
		if (result == null) {
			this.generator.writeNull();
			return;
		}
		result.write(this.generator);
	}

	private void writeId(JsonRpcId id) {
		this.generator.writeName(ID);
		id.write(this.generator);
	}

}
