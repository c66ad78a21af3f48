package io.github.jsonrpcspring.fuzz;

import java.util.List;

import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every reading of a response, whatever the bytes.
 */
final class ResponseProperties {

	private static final JsonRpcCodec CODEC = JsonRpcCodec.create();

	private final byte[] message;

	private final @Nullable JsonRpcVersion version;

	private final @Nullable PlainValue plain;

	private final boolean limited;

	private ResponseProperties(byte[] message, @Nullable JsonRpcVersion version) {
		this.message = message;
		this.version = version;
		this.plain = plain(message);
		this.limited = this.plain != null && Limits.areExceededBy(this.plain);
	}

	private static @Nullable PlainValue plain(byte[] message) {
		try {
			return PlainReader.read(message);
		}
		catch (PlainException ex) {
			return null;
		}
	}

	static void check(Choices choices) {
		new ResponseProperties(choices.message(), choices.versionOrNone()).check();
	}

	private void check() {
		JsonRpcMessage stricter = null;
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			JsonRpcMessage message = read(level);
			assertThat(stricter == null || message != null).as("%s refuses what a stricter level accepts", level)
				.isTrue();
			if (message instanceof JsonRpcResponse response) {
				assertThat(this.plain).as("%s accepts what is no JSON", level).isNotNull();
				single(response, (JsonRpcResponse) stricter, level);
			}
			else if (message instanceof JsonRpcBatchResponse batch) {
				assertThat(this.plain).as("%s accepts what is no JSON", level).isInstanceOf(PlainValue.Items.class);
				batch(batch, (JsonRpcBatchResponse) stricter, level);
			}
			else if (level == JsonRpcValidation.STRICT && !this.limited) {
				assertThat(this.plain instanceof PlainValue.Items || accepts(this.plain))
					.as("strict refuses a response")
					.isFalse();
			}
			stricter = message;
		}
	}

	private @Nullable JsonRpcMessage read(JsonRpcValidation level) {
		try {
			return CODEC.readResponse(this.message, this.version, level);
		}
		catch (JsonRpcProtocolException ex) {
			assertThat(ex.rule()).isNotEmpty();
			assertThat(ex.excerpt()).hasSizeLessThanOrEqualTo(201);
			assertThat(ex.isJson() || this.limited || this.plain == null).as("'%s', though it is JSON", ex.rule())
				.isTrue();
			assertThat(ex.toError().hasCode()).isTrue();
			return null;
		}
	}

	private void batch(JsonRpcBatchResponse batch, @Nullable JsonRpcBatchResponse stricter, JsonRpcValidation level) {
		assertThat(batch.toString()).isNotEmpty();
		List<PlainValue> items = ((PlainValue.Items) this.plain).values();
		assertThat(batch.size()).isEqualTo(items.size());
		for (int i = 0; i < items.size(); i++) {
			JsonRpcResponse response = batch.responses().get(i);
			JsonRpcResponse before = (stricter != null) ? stricter.responses().get(i) : null;
			if (response.violation() == null) {
				read(response, (before != null && before.violation() == null) ? before : null, items.get(i), level);
			}
			else {
				assertThat(response.isError()).isTrue();
				assertThat(before == null || before.violation() != null)
					.as("%s refuses a member that a stricter level accepts", level)
					.isTrue();
				assertThat(level == JsonRpcValidation.STRICT && !this.limited && accepts(items.get(i)))
					.as("strict refuses a member")
					.isFalse();
			}
		}
	}

	private void single(JsonRpcResponse response, @Nullable JsonRpcResponse stricter, JsonRpcValidation level) {
		read(response, stricter, this.plain, level);
	}

	private void read(JsonRpcResponse response, @Nullable JsonRpcResponse stricter, PlainValue value,
			JsonRpcValidation level) {
		assertThat(response.toString()).isNotEmpty();
		if (level == JsonRpcValidation.STRICT) {
			assertThat(accepts(value)).as("strict accepts what is no response").isTrue();
		}
		try {
			compare(response, value);
			if (stricter != null) {
				assertThat(response.isError()).isEqualTo(stricter.isError());
				assertThat(response.error()).isEqualTo(stricter.error());
				assertThat(response.result()).isEqualTo(stricter.result());
				assertThat(response.id()).isEqualTo(stricter.id());
			}
			written(response, level);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			assertThat(this.limited).as("within the limits, but: %s", ex).isTrue();
		}
	}

	private static void compare(JsonRpcResponse response, PlainValue value) {
		PlainValue.Members members = (PlainValue.Members) value;
		assertThat(Same.tree(response.raw(), value)).as("raw %s", response.raw()).isTrue();
		PlainValue id = members.get("id");
		JsonRpcId read = response.id();
		assertThat(read == null).as("id %s", read).isEqualTo(id == null);
		assertThat(read == null || Same.tree(read.toTree(), id)).as("id %s", read).isTrue();
		JsonNode result = response.result();
		assertThat(Same.tree(result, members.get("result"))).as("result %s", result).isTrue();
		if (response.error() != null) {
			assertThat(Same.tree(response.error().raw(), members.get("error"))).as("error").isTrue();
			return;
		}
		JsonNode converted = response.resultAs(JsonNode.class);
		assertThat(Same.tree(converted, members.get("result"))).as("result as a tree, %s", converted).isTrue();
		assertThat(Same.object(response.resultAs(Object.class), members.get("result"))).as("result as an object")
			.isTrue();
	}

	/**
	 * What was read is written as a response that is read as the same.
	 */
	private static void written(JsonRpcResponse response, JsonRpcValidation level) {
		byte[] json = CODEC.write(response);
		JsonRpcResponse again = (JsonRpcResponse) CODEC.readResponse(json, response.version(), level);
		assertThat(again.version()).isEqualTo(response.version());
		assertThat(again.isError()).isEqualTo(response.isError());
		JsonRpcId id = (response.id() != null) ? response.id() : JsonRpcId.NULL;
		assertThat(Same.written(id.toTree(), again.id().toTree())).as("id, written").isTrue();
		if (response.isError()) {
			assertThat(Same.written(response.error().raw(), again.error().raw())).as("error, written").isTrue();
		}
		else {
			assertThat(Same.written(response.result(), again.result())).as("result, written").isTrue();
		}
		assertThat(Same.written(response.toTree(), again.raw())).as("tree, written").isTrue();
		assertThat(CODEC.write(again)).isEqualTo(json);
	}

	private boolean accepts(@Nullable PlainValue value) {
		try {
			return value != null && PlainResponse.read(value,
					(this.version != null) ? this.version == JsonRpcVersion.V1_0 : null) != null;
		}
		catch (PlainException ex) {
			return false;
		}
	}

}
