package io.github.jsonrpcspring.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.web3j.protocol.ObjectMapperFactory;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JavaType;

/**
 * What it costs to read and write a batch of 100, for which jsonrpc4j's client has
 * nothing.
 *
 * @since 0.1.0
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class CodecBatchBenchmark {

	private static final int SIZE = 100;

	/** What each is answered with, or its parameter. */
	@Param({ "TINY", "OBJECT" })
	public Payload payload = Payload.TINY;

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	private final ObjectMapper web3j = ObjectMapperFactory.getObjectMapper();

	private HandWritten<Object> handWritten = new HandWritten<>(this.payload);

	private JavaType type = this.codec.mapper().constructType(this.payload.type());

	private byte[] answer = {};

	private JsonRpcBatchRequest batch = JsonRpcBatchRequest.of(JsonRpcRequest.of("find").build());

	private List<HandWritten.Request> handWrittenBatch = List.of();

	private List<Request<?, ?>> web3jBatch = List.of();

	/** Build the batches and write the answer. */
	@Setup
	public void build() {
		this.handWritten = new HandWritten<>(this.payload);
		this.type = this.codec.mapper().constructType(this.payload.type());
		Object value = this.payload.value();
		String result = this.codec.mapper().writeValueAsString(value);
		this.answer = IntStream.range(0, SIZE)
			.mapToObj((id) -> "{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":" + id + "}")
			.collect(Collectors.joining(",", "[", "]"))
			.getBytes(StandardCharsets.UTF_8);
		this.batch = JsonRpcBatchRequest.of(IntStream.range(0, SIZE)
			.mapToObj((id) -> JsonRpcRequest.of("find").params(value).id(id).build())
			.toList());
		this.handWrittenBatch = IntStream.range(0, SIZE)
			.mapToObj((id) -> new HandWritten.Request("2.0", "find", List.of(value), id))
			.toList();
		this.web3jBatch = new ArrayList<>();
		for (int id = 0; id < SIZE; id++) {
			Request<?, ?> request = new Request<>("find", List.of(value), null, this.payload.web3j());
			request.setId(id);
			this.web3jBatch.add(request);
		}
	}

	/** This codec. */
	@Benchmark
	public List<@Nullable Object> decodeOurs() {
		JsonRpcBatchResponse batch = (JsonRpcBatchResponse) this.codec.readResponse(this.answer, JsonRpcVersion.V2_0,
				JsonRpcValidation.LENIENT, this.type);
		List<@Nullable Object> results = new ArrayList<>(SIZE);
		for (JsonRpcResponse response : batch) {
			results.add(response.resultAs(this.type));
		}
		return results;
	}

	/** Jackson alone, all results of one type. */
	@Benchmark
	public List<Object> decodeHandWritten() {
		return this.handWritten.readBatch(this.answer);
	}

	/** The codec of web3j. */
	@Benchmark
	public List<Object> decodeWeb3j() throws IOException {
		List<Object> results = new ArrayList<>(SIZE);
		for (JsonNode node : this.web3j.readTree(new ByteArrayInputStream(this.answer))) {
			Response<?> response = this.web3j.treeToValue(node, this.payload.web3j());
			results.add(response.getResult());
		}
		return results;
	}

	/** This codec. */
	@Benchmark
	public byte[] encodeOurs() {
		return this.codec.write(this.batch);
	}

	/** Jackson alone. */
	@Benchmark
	public byte[] encodeHandWritten() {
		return this.handWritten.write(this.handWrittenBatch);
	}

	/** The codec of web3j. */
	@Benchmark
	public byte[] encodeWeb3j() throws IOException {
		return this.web3j.writeValueAsString(this.web3jBatch).getBytes(StandardCharsets.UTF_8);
	}

}
