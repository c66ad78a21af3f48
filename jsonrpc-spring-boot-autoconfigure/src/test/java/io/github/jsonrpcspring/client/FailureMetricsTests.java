package io.github.jsonrpcspring.client;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.jsonrpcspring.client.observation.JsonRpcClientMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every type of the exception tree has a tag of its own in the metrics of Prometheus.
 */
class FailureMetricsTests {

	private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final ObservationRegistry observations = ObservationRegistry.create();

	FailureMetricsTests() {
		this.observations.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(this.meters))
			.observationHandler(new JsonRpcClientMeterObservationHandler(this.meters));
	}

	@Test
	void everyTypeOfTheTreeIsCountedForCalls() {
		for (FailureCase failure : FailureCase.values()) {
			JsonRpcTemplate client = failure.client().observationRegistry(this.observations).build();
			for (ObservedCall style : ObservedCall.values()) {
				assertThatExceptionOfType(failure.type()).isThrownBy(() -> style.call(client));
			}
		}
		assertThat(counts("jsonrpc_client_requests_seconds_count"))
			.isEqualTo(forEachType(ObservedCall.values().length));
	}

	@Test
	void everyTypeOfTheTreeIsCountedForEntriesOfBatches() {
		for (FailureCase failure : FailureCase.values()) {
			JsonRpcTemplate client = failure.client().batch(false, 10).observationRegistry(this.observations).build();
			for (Style style : Style.values()) {
				Style.Batch batch = style.batch(client);
				JsonRpcBatchCall<Integer> call = batch.add("get", Integer.class);
				assertThatExceptionOfType(failure.type()).isThrownBy(() -> batch.execute().get(call));
			}
		}
		assertThat(counts("jsonrpc_client_batch_entries_total")).isEqualTo(forEachType(Style.values().length));
	}

	private static Map<String, Double> forEachType(int count) {
		return tree().stream().collect(Collectors.toMap((type) -> type, (type) -> (double) count));
	}

	/**
	 * Return the simple names of all exceptions that are thrown.
	 */
	private static Set<String> tree() {
		Set<String> types = new ClassFileImporter().importPackages("io.github.jsonrpcspring.client")
			.stream()
			.filter((type) -> type.isAssignableTo(JsonRpcException.class))
			.map(JavaClass::reflect)
			.filter((type) -> !Modifier.isAbstract(type.getModifiers()))
			.map(Class::getSimpleName)
			.collect(Collectors.toSet());
		assertThat(types).hasSizeGreaterThanOrEqualTo(14);
		return types;
	}

	private Map<String, Double> counts(String metric) {
		Pattern line = Pattern.compile("^" + metric + "\\{.*error_type=\"([^\"]*)\".*} ([0-9.]+)$", Pattern.MULTILINE);
		Map<String, Double> counts = new TreeMap<>();
		Matcher matcher = line.matcher(this.meters.scrape());
		while (matcher.find()) {
			counts.merge(matcher.group(1), Double.valueOf(matcher.group(2)), Double::sum);
		}
		return counts;
	}

}
