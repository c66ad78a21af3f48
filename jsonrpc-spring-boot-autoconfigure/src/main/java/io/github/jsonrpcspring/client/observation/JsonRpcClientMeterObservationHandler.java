package io.github.jsonrpcspring.client.observation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Records what the timer of the observations does not: sizes of requests and responses in
 * bytes, sizes of batches, the outcome of each call of a batch, and the calls under way.
 * <p>
 * All meters have the tag {@code jsonrpc.client}. Needs Micrometer's metrics, which are
 * optional.
 *
 * @since 0.1.0
 */
public final class JsonRpcClientMeterObservationHandler implements ObservationHandler<JsonRpcClientObservationContext> {

	private static final String CLIENT = LowCardinalityKeyNames.CLIENT.asString();

	private final MeterRegistry registry;

	private final MeterProvider<DistributionSummary> requestSize;

	private final MeterProvider<DistributionSummary> responseSize;

	private final MeterProvider<DistributionSummary> batchSize;

	private final MeterProvider<Counter> batchEntries;

	private final Map<String, AtomicInteger> active = new ConcurrentHashMap<>();

	/**
	 * Create a handler, to be registered with the observation registry of the clients.
	 * @param registry where the meters are
	 */
	public JsonRpcClientMeterObservationHandler(MeterRegistry registry) {
		this.registry = registry;
		this.requestSize = DistributionSummary.builder("jsonrpc.client.request.size")
			.description("Bytes of the messages sent for a call, a notification or a batch")
			.baseUnit("bytes")
			.withRegistry(registry);
		this.responseSize = DistributionSummary.builder("jsonrpc.client.response.size")
			.description("Bytes of the answers to a call, a notification or a batch")
			.baseUnit("bytes")
			.withRegistry(registry);
		this.batchSize = DistributionSummary.builder("jsonrpc.client.batch.size")
			.description("Requests in a batch")
			.withRegistry(registry);
		this.batchEntries = Counter.builder("jsonrpc.client.batch.entries")
			.description("Calls that were entries of a batch")
			.withRegistry(registry);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof JsonRpcClientObservationContext;
	}

	@Override
	public void onStart(JsonRpcClientObservationContext context) {
		AtomicInteger active = active(context);
		active.incrementAndGet();
		context.put(JsonRpcClientMeterObservationHandler.class, active);
	}

	@Override
	public void onStop(JsonRpcClientObservationContext context) {
		AtomicInteger active = context.get(JsonRpcClientMeterObservationHandler.class);
		if (active != null) {
			active.decrementAndGet();
		}
		if (context.getRequestSize() > 0) {
			this.requestSize.withTag(CLIENT, context.getClientName()).record((double) context.getRequestSize());
		}
		if (context.getResponseSize() > 0) {
			this.responseSize.withTag(CLIENT, context.getClientName()).record((double) context.getResponseSize());
		}
		Integer requests = context.getBatchSize();
		if (requests != null) {
			this.batchSize.withTag(CLIENT, context.getClientName()).record(requests);
		}
		context.getEntries().forEach((entry) -> count(context.getClientName(), entry));
	}

	private void count(String client, JsonRpcClientObservationContext.Entry entry) {
		JsonRpcClientOutcome outcome = entry.outcome();
		this.batchEntries.withTags(
				Tags.of(tag(LowCardinalityKeyNames.CLIENT, client), tag(LowCardinalityKeyNames.METHOD, entry.method()),
						tag(LowCardinalityKeyNames.OUTCOME, outcome.status()),
						tag(LowCardinalityKeyNames.ERROR_TYPE, outcome.errorType()),
						tag(LowCardinalityKeyNames.STATUS_CODE, outcome.errorCode())))
			.increment();
	}

	private static Tag tag(LowCardinalityKeyNames key, @Nullable Object value) {
		return Tag.of(key.asString(), RequestKeys.orNone(key, value).getValue());
	}

	private AtomicInteger active(JsonRpcClientObservationContext context) {
		return this.active.computeIfAbsent(context.getClientName(), (client) -> {
			AtomicInteger active = new AtomicInteger();
			Gauge.builder("jsonrpc.client.calls.active", active, AtomicInteger::get)
				.description("Calls, notifications and batches under way")
				.tag(CLIENT, client)
				.register(this.registry);
			return active;
		});
	}

}
