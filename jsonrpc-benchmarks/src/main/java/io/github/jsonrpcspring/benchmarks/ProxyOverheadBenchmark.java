package io.github.jsonrpcspring.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.client.JsonRpcClientResponse;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcParamsStyle;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a call through an interface costs beside the same call of the template: each
 * {@code proxy…} has its twin {@code template…}.
 *
 * @since 0.1.0
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 6, time = 1)
@State(Scope.Benchmark)
public class ProxyOverheadBenchmark {

	private static final Mono<JsonRpcClientResponse> ANSWER = Mono
		.just(new JsonRpcClientResponse(JsonRpcRequest.of("add").id(1).build(),
				JsonRpcResponse.success(JsonRpcId.of(1), 5), HttpStatus.OK, HttpHeaders.EMPTY));

	/** Without a deadline, as its timer would be a good part of a call without I/O. */
	private final JsonRpcTemplate template = JsonRpcTemplate.builder(new InstantTransport("5"))
		.timeout(Duration.ZERO)
		.build();

	private final JsonRpcServiceProxyFactory factory = JsonRpcServiceProxyFactory.builder(this.template).build();

	private final Calculator calculator = this.factory.createClient(Calculator.class);

	private final NamedCalculator namedCalculator = this.factory.createClient(NamedCalculator.class);

	private final ReactiveCalculator reactiveCalculator = this.factory.createClient(ReactiveCalculator.class);

	/** Answered before anything is written, so that little hides the difference. */
	private final JsonRpcTemplate answered = this.template.mutate().interceptor((request, chain) -> ANSWER).build();

	private final Calculator answeredCalculator = JsonRpcServiceProxyFactory.builder(this.answered)
		.build()
		.createClient(Calculator.class);

	/** Two positional parameters, answered by an interceptor. */
	@Benchmark
	public Integer templateAnswered() {
		return this.answered.request("add", Integer.class, 2, 3);
	}

	/** Two positional parameters, answered by an interceptor. */
	@Benchmark
	public int proxyAnswered() {
		return this.answeredCalculator.add(2, 3);
	}

	/** Two positional parameters. */
	@Benchmark
	public Integer template() {
		return this.template.request("add", Integer.class, 2, 3);
	}

	/** Two positional parameters. */
	@Benchmark
	public int proxy() {
		return this.calculator.add(2, 3);
	}

	/** No parameters. */
	@Benchmark
	public Integer templateNoParams() {
		return this.template.request("count", Integer.class);
	}

	/** No parameters. */
	@Benchmark
	public int proxyNoParams() {
		return this.calculator.count();
	}

	/** Two named parameters. */
	@Benchmark
	public @Nullable Integer templateNamedParams() {
		return this.template.method("find").param("a", 1).param("b", 2).retrieve(Integer.class);
	}

	/** Two named parameters. */
	@Benchmark
	public int proxyNamedParams() {
		return this.namedCalculator.find(1, 2);
	}

	/** Two positional parameters and a {@code Mono}. */
	@Benchmark
	public @Nullable Integer templateMono() {
		return this.template.reactive().request("add", Integer.class, 2, 3).block();
	}

	/** Two positional parameters and a {@code Mono}. */
	@Benchmark
	public @Nullable Integer proxyMono() {
		return this.reactiveCalculator.add(2, 3).block();
	}

	interface Calculator {

		int add(int a, int b);

		int count();

	}

	@JsonRpcClient(value = "default", params = JsonRpcParamsStyle.NAMED)
	interface NamedCalculator {

		int find(int a, int b);

	}

	interface ReactiveCalculator {

		Mono<Integer> add(int a, int b);

	}

}
