package io.github.jsonrpcspring.client.wire;

import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcResponseTooLargeException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Raw responses, large ones, and what the application's mapper has a say in.
 */
class ResponseTests {

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@EveryBatch
	void row33FurtherMembersAreInTheRawResponse(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','took':3,'result':5,'id':1,'meta':{'node':'a'}}]");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		batch.add("get", Integer.class);
		assertThat(batch.execute().responses()).singleElement()
			.satisfies((response) -> assertThat(response.raw().at("/meta/node").asString()).isEqualTo("a"));
	}

	@EveryBatch
	void row33FurtherMembersAreInTheRawResponseOfASingleCall(BatchStyle style, JsonRpcValidation level) {
		this.server.json("{'jsonrpc':'2.0','took':3,'result':5,'id':1,'warnings':['w']}");
		JsonRpcTemplate client = this.server.client(level);
		JsonRpcResponse response = (style == BatchStyle.BLOCKING) ? client.send(JsonRpcRequest.of("get").build())
				: Await.value(client.reactive().method("get").retrieveResponse());
		assertThat(response.raw().path("took").asInt()).isEqualTo(3);
		assertThat(response.raw().path("warnings")).hasToString(Json.of("['w']"));
	}

	@EveryCall
	void row34AResultOfOneMegabyte(CallStyle style) {
		String result = "x".repeat(1024 * 1024);
		this.server.json("{'jsonrpc':'2.0','result':'" + result + "','id':1}");
		assertThat(style.call(this.server.client(), String.class)).isEqualTo(result);
	}

	@EveryCall
	void row34AResultOverTheLimitReleasesItsConnection(CallStyle style) {
		this.server.json("{'jsonrpc':'2.0','result':'" + "x".repeat(300_000) + "','id':1}");
		JsonRpcTemplate client = this.server.builder().maxResponseSize(256 * 1024).build();
		assertThatExceptionOfType(JsonRpcResponseTooLargeException.class)
			.isThrownBy(() -> style.call(client, String.class))
			.withMessageContainingAll("Client 'wire', method 'get', id 1", "262144", "'max-response-size'")
			.satisfies((ex) -> assertThat(ex.limit()).isEqualTo(256 * 1024))
			.satisfies(WireServer::assertNoSecret);
		this.server.raw().awaitOpenConnections(0);
		this.server.json("{'jsonrpc':'2.0','result':'short','id':2}");
		assertThat(style.call(client, String.class)).isEqualTo("short");
	}

	@EveryBatch
	void row34ABatchOverTheLimitFailsAsAWhole(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','result':'" + "x".repeat(3000) + "','id':1}]");
		BatchStyle.Batch batch = style.batch(this.server.builder().validation(level).maxResponseSize(1000).build());
		batch.add("get", String.class);
		assertThatExceptionOfType(JsonRpcResponseTooLargeException.class).isThrownBy(batch::execute)
			.withMessageContainingAll("Client 'wire', batch", "1000", "'max-response-size'");
		this.server.raw().awaitOpenConnections(0);
	}

	@EveryCall
	void row26AnErrorPageOverTheLimitIsAnErrorStatus(CallStyle style) {
		this.server.status("500 Internal Server Error", "<html>" + "oh no ".repeat(1000), "Content-Type: text/html");
		JsonRpcTemplate client = this.server.builder().maxResponseSize(1000).build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.call(client, String.class))
			.withMessageContainingAll("HTTP 500", "<html>oh no");
	}

	@EveryCall
	void row32DuplicatesInsideAResultAreTheMappersMatter(CallStyle style) {
		this.server.json("{'jsonrpc':'2.0','result':{'a':1,'a':2},'id':1}");
		JsonMapper strict = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
		JsonRpcTemplate client = this.server.builder().jsonMapper(strict).build();
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> style.call(client, Map.class))
			.withMessageContaining("method 'get'");
	}

	@EveryCall
	void row68NanIsReadWhereTheMapperAllowsIt(CallStyle style) {
		this.server.json("{'jsonrpc':'2.0','result':NaN,'id':1}");
		JsonMapper mapper = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
		assertThat(style.call(this.server.builder().jsonMapper(mapper).build(), double.class)).isEqualTo(Double.NaN);
	}

	@EveryBatch
	void row59AMisfitInABatchConcernsItsOwnCallOnly(BatchStyle style, JsonRpcValidation level) {
		this.server.json("[{'jsonrpc':'2.0','result':'five','id':1},{'jsonrpc':'2.0','result':5,'id':2}]");
		BatchStyle.Batch batch = style.batch(this.server.client(level));
		JsonRpcBatchCall<Integer> misfit = batch.add("get", Integer.class);
		JsonRpcBatchCall<Integer> fit = batch.add("get", Integer.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(fit)).isEqualTo(5);
		assertThat(result.error(misfit)).isInstanceOf(JsonRpcResultConversionException.class)
			.hasMessageContaining("Client 'wire', method 'get', id 1")
			.hasMessageContaining(Integer.class.getName());
	}

}
