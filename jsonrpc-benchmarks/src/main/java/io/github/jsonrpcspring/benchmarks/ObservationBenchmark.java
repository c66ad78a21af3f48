package io.github.jsonrpcspring.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to observe a call: without a registry, with one that nobody listens to,
 * with one listener, and with the meters.
 *
 * @since 0.1.0
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 6, time = 1)
@State(Scope.Benchmark)
public class ObservationBenchmark {

	/** Without a deadline, as its timer would be a good part of a call without I/O. */
	private final JsonRpcTemplate unobserved = JsonRpcTemplate.builder(new InstantTransport("5"))
		.timeout(Duration.ZERO)
		.build();

	private final JsonRpcTemplate unheard = observed();

	private final JsonRpcTemplate heard = observed((context) -> true);

	private final JsonRpcTemplate measured = measured(new SimpleMeterRegistry());

	private JsonRpcTemplate observed(ObservationHandler<?>... handlers) {
		ObservationRegistry registry = ObservationRegistry.create();
		for (ObservationHandler<?> handler : handlers) {
			registry.observationConfig().observationHandler(handler);
		}
		return this.unobserved.mutate().observationRegistry(registry).build();
	}

	private JsonRpcTemplate measured(MeterRegistry meters) {
		ObservationHandler<Observation.Context> timer = new DefaultMeterObservationHandler(meters);
		return observed(timer, new JsonRpcClientMeterObservationHandler(meters));
	}

	/** No registry. */
	@Benchmark
	public Integer unobserved() {
		return this.unobserved.request("add", Integer.class, 2, 3);
	}

	/** A registry without handlers. */
	@Benchmark
	public Integer unheard() {
		return this.unheard.request("add", Integer.class, 2, 3);
	}

	/** A handler that does nothing. */
	@Benchmark
	public Integer heard() {
		return this.heard.request("add", Integer.class, 2, 3);
	}

	/** Timer, sizes and gauge. */
	@Benchmark
	public Integer measured() {
		return this.measured.request("add", Integer.class, 2, 3);
	}

}
