package io.github.jsonrpcspring.fuzz;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcProtocolException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every reading of a request, whatever the bytes.
 */
final class RequestProperties {

	private static final JsonRpcCodec CODEC = JsonRpcCodec.create();

	private final byte[] message;

	private RequestProperties(byte[] message) {
		this.message = message;
	}

	static void check(Choices choices) {
		new RequestProperties(choices.message()).check();
	}

	private void check() {
		PlainValue plain = null;
		try {
			plain = PlainReader.read(this.message);
			boolean limited = Limits.areExceededBy(plain);
			JsonRpcMessage read = read(true, limited);
			if (limited) {
				return;
			}
			if (plain instanceof PlainValue.Items items && !items.values().isEmpty()) {
				assertThat(read).as("a batch").isInstanceOf(JsonRpcBatchRequest.class);
				batch((JsonRpcBatchRequest) read, items.values());
				return;
			}
			PlainRequest expected = PlainRequest.read(plain);
			assertThat(read).as("a request").isInstanceOf(JsonRpcRequest.class);
			request((JsonRpcRequest) read, expected, (PlainValue.Members) plain);
		}
		catch (PlainException ex) {
			assertThat(read(plain != null, false)).as("accepted, but: %s", ex.getMessage()).isNull();
		}
	}

	private @Nullable JsonRpcMessage read(boolean json, boolean limited) {
		try {
			return CODEC.readRequest(this.message);
		}
		catch (JsonRpcProtocolException ex) {
			assertThat(ex.rule()).isNotEmpty();
			if (!limited && ex.isJson() != json) {
				// before it came to where the JSON breaks, if the beginning was no such
				// text
				assertThat(ex.rule()).matches("more than one JSON document|beyond a limit of the mapper.*");
			}
			assertThat(ex.toError().code()).isEqualTo(ex.isJson() ? -32600 : -32700);
			return null;
		}
	}

	private static void batch(JsonRpcBatchRequest batch, List<PlainValue> items) {
		assertThat(batch.size()).isEqualTo(items.size());
		boolean valid = true;
		for (int i = 0; i < items.size(); i++) {
			JsonRpcRequest request = batch.requests().get(i);
			JsonRpcError error = request.error();
			try {
				PlainRequest expected = PlainRequest.read(items.get(i));
				assertThat(error).as("member %s", i).isNull();
				request(request, expected, (PlainValue.Members) items.get(i));
			}
			catch (PlainException ex) {
				assertThat(error).as("member %s: %s", i, ex.getMessage()).isNotNull();
				assertThat(error.code()).isEqualTo(-32600);
				assertThat(request.id()).as("the id to answer").isNotNull();
				valid = false;
			}
		}
		if (valid) {
			String json = batch.toJson();
			assertThat(CODEC.readRequest(json).toJson()).isEqualTo(json);
		}
	}

	private static void request(JsonRpcRequest request, PlainRequest expected, PlainValue.Members members) {
		assertThat(request.toString()).isNotEmpty();
		assertThat(request.version() == JsonRpcVersion.V1_0).as("version").isEqualTo(expected.first());
		assertThat(request.method()).isEqualTo(expected.method());
		assertThat(request.isNotification()).isEqualTo(expected.id() == null);
		JsonRpcId id = request.id();
		assertThat(Same.tree((id != null) ? id.toTree() : null, expected.id())).as("id %s", id).isTrue();
		PlainValue params = expected.params();
		assertThat(Same.object(request.positionalParams(),
				(params instanceof PlainValue.Items) ? params : new PlainValue.Items(List.of())))
			.as("params %s", request.positionalParams())
			.isTrue();
		assertThat(Same.object(request.namedParams(),
				(params instanceof PlainValue.Members) ? params : new PlainValue.Members(List.of())))
			.as("params %s", request.namedParams())
			.isTrue();
		written(request, members.distinct());
	}

	/**
	 * What was read is written with every member, and read again as the same.
	 */
	private static void written(JsonRpcRequest request, Map<String, PlainValue> members) {
		String json = request.toJson();
		assertThat(CODEC.readRequest(json).toJson()).isEqualTo(json);
		JsonNode tree = request.toTree();
		members.forEach((name, value) -> {
			boolean versionOfFirst = name.equals("jsonrpc") && value.isText("1.0");
			assertThat(versionOfFirst || Same.tree(tree.get(name), value)).as("member %s", name).isTrue();
		});
		assertThat(members.keySet()).containsAll(tree.propertyNames());
	}

}
