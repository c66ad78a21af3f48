package io.github.jsonrpcspring.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcClient;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
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

/**
 * What it costs to write a request with one parameter to bytes: by this codec, by one
 * written by hand, and by those of jsonrpc4j and web3j.
 *
 * @since 0.1.0
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class CodecEncodeBenchmark {

	/** The parameter. */
	@Param
	public Payload payload = Payload.TINY;

	private final JsonRpcCodec codec = JsonRpcCodec.create();

	private final JsonRpcClient jsonrpc4j = new JsonRpcClient();

	private final ObjectMapper web3j = ObjectMapperFactory.getObjectMapper();

	private final HandWritten<Object> handWritten = new HandWritten<>(this.payload);

	private JsonRpcRequest request = JsonRpcRequest.of("find").build();

	private HandWritten.Request handWrittenRequest = new HandWritten.Request("", "", List.of(), 0);

	private Request<?, ?> web3jRequest = new Request<>();

	/** Build the requests. */
	@Setup
	public void build() {
		this.jsonrpc4j.setRequestIDGenerator(() -> "1");
		Object parameter = this.payload.value();
		this.request = JsonRpcRequest.of("find").params(parameter).id(1).build();
		this.handWrittenRequest = new HandWritten.Request("2.0", "find", List.of(parameter), 1);
		Request<?, ?> request = new Request<>("find", List.of(parameter), null, this.payload.web3j());
		request.setId(1);
		this.web3jRequest = request;
	}

	/** This codec. */
	@Benchmark
	public byte[] ours() {
		return this.codec.write(this.request);
	}

	/** Jackson alone. */
	@Benchmark
	public byte[] handWritten() {
		return this.handWritten.write(this.handWrittenRequest);
	}

	/** The codec of jsonrpc4j. */
	@Benchmark
	public byte[] jsonrpc4j() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream(256);
		this.jsonrpc4j.invoke("find", new Object[] { this.payload.value() }, out);
		return out.toByteArray();
	}

	/**
	 * The codec of web3j, which writes a text and leaves the bytes to its HTTP client.
	 */
	@Benchmark
	public byte[] web3j() throws IOException {
		return this.web3j.writeValueAsString(this.web3jRequest).getBytes(StandardCharsets.UTF_8);
	}

}
