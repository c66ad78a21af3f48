package io.github.jsonrpcspring.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcClient;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcId;
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
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JavaType;

/**
 * What it costs to read an answer from its bytes to the result, with id and error
 * checked: by this codec, by one written by hand, and by those of jsonrpc4j and web3j.
 *
 * @since 0.1.0
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class CodecDecodeBenchmark {

	private static final JsonRpcId ID = JsonRpcId.of(1);

	/** What is answered. */
	@Param
	public Payload payload = Payload.TINY;

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	private final JsonRpcClient jsonrpc4j = new JsonRpcClient();

	private final ObjectMapper web3j = ObjectMapperFactory.getObjectMapper();

	private HandWritten<Object> handWritten = new HandWritten<>(this.payload);

	private JavaType type = this.codec.mapper().constructType(this.payload.type());

	private byte[] answer = {};

	/** Write the answer. */
	@Setup
	public void write() {
		this.handWritten = new HandWritten<>(this.payload);
		this.type = this.codec.mapper().constructType(this.payload.type());
		String result = this.codec.mapper().writeValueAsString(this.payload.value());
		this.answer = ("{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":1}").getBytes(StandardCharsets.UTF_8);
	}

	/** This codec, as a call uses it. */
	@Benchmark
	public @Nullable Object ours() {
		JsonRpcResponse response = (JsonRpcResponse) this.codec.readResponse(this.answer, JsonRpcVersion.V2_0,
				JsonRpcValidation.LENIENT, this.type);
		JsonRpcId id = response.id();
		if (response.isError() || id == null || !ID.matches(id, JsonRpcValidation.LENIENT)) {
			throw new IllegalStateException("not the answer");
		}
		return response.resultAs(this.type);
	}

	/** Jackson alone. */
	@Benchmark
	public Object handWritten() {
		return this.handWritten.read(this.answer, 1);
	}

	/** The codec of jsonrpc4j. */
	@Benchmark
	public Object jsonrpc4j() throws Throwable {
		return this.jsonrpc4j.readResponse(this.payload.type(), new ByteArrayInputStream(this.answer));
	}

	/** The codec of web3j. */
	@Benchmark
	public Object web3j() throws IOException {
		Response<?> response = this.web3j.readValue(new ByteArrayInputStream(this.answer), this.payload.web3j());
		if (response.hasError() || response.getId() != 1) {
			throw new IllegalStateException("not the answer");
		}
		return response.getResult();
	}

}
