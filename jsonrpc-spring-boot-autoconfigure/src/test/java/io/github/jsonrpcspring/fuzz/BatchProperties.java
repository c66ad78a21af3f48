package io.github.jsonrpcspring.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;
import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every answer to a batch, through every style.
 */
final class BatchProperties {

	static final int MOST_CALLS = 4;

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final List<Style> STYLES = List.of(Style.values());

	private static final List<ResultType> TYPES = List.of(ResultType.values());

	private final Client client = new Client();

	/**
	 * The styles of batches.
	 */
	private enum Style {

		BLOCKING, REACTIVE, MESSAGE

	}

	void check(Choices choices) {
		Style style = STYLES.get(choices.style(STYLES.size()));
		List<String> ids = choices.ids(MOST_CALLS);
		ResultType type = (style == Style.MESSAGE) ? ResultType.NODE : TYPES.get(choices.result(TYPES.size()));
		PlainHttp http = new PlainHttp(choices.status().value(), choices.type(), choices.encoding(), choices.message());
		List<PlainAnswer> answers = http.read(ids.stream().map(Plain::id).toList(),
				choices.version() == JsonRpcVersion.V1_0);
		boolean limited = Plain.isLimited(http);
		List<Outcome> stricter = List.of();
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			JsonRpcTemplate template = this.client.template(level, choices, MOST_CALLS);
			List<Outcome> outcomes = outcomes(template, style, type, ids.size());
			assertThat(outcomes).hasSameSizeAs(ids);
			for (int i = 0; i < outcomes.size(); i++) {
				if (level == JsonRpcValidation.STRICT) {
					outcomes.get(i).requireSame(answers.get(i), type, limited);
				}
				else if (level != JsonRpcValidation.LENIENT || !isDisputed(answers.get(i))) {
					outcomes.get(i).requireAtLeast(stricter.get(i));
				}
			}
			stricter = outcomes;
		}
	}

	/**
	 * Return whether strict reading gives an error without an id to a call whose answer
	 * lenient reading may see.
	 */
	private static boolean isDisputed(PlainAnswer answer) {
		return answer instanceof PlainAnswer.Failure failure && failure.disputed();
	}

	private static List<Outcome> outcomes(JsonRpcTemplate template, Style style, ResultType type, int calls) {
		try {
			return switch (style) {
				case BLOCKING -> blocking(template.batch(), type, calls);
				case REACTIVE -> reactive(template.reactive().batch(), type, calls);
				case MESSAGE -> messages(template, calls);
			};
		}
		catch (RuntimeException ex) {
			return Collections.nCopies(calls, Outcome.failure(ex));
		}
	}

	private static List<Outcome> blocking(JsonRpcBatch batch, ResultType type, int calls) {
		List<JsonRpcBatchCall<?>> entries = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			entries.add(batch.add("m", type.type()));
		}
		batch.notify("n");
		return outcomes(batch.execute(), entries);
	}

	private static List<Outcome> reactive(ReactiveJsonRpcBatch batch, ResultType type, int calls) {
		batch.notify("n");
		List<JsonRpcBatchCall<?>> entries = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			entries.add(batch.add("m", type.type()));
		}
		return outcomes(batch.execute().block(LONG), entries);
	}

	private static List<Outcome> outcomes(JsonRpcBatchResult result, List<JsonRpcBatchCall<?>> entries) {
		assertThat(result.anomalies()).doesNotContain("");
		assertThat(result.succeeded().size() + result.failed().size()).isEqualTo(entries.size());
		return entries.stream().map((entry) -> {
			Supplier<@Nullable Object> value = () -> result.get(entry);
			Outcome outcome = Outcome.of(value);
			assertThat(result.succeeded().contains(entry)).isEqualTo(result.error(entry) == null);
			return outcome;
		}).toList();
	}

	private static List<Outcome> messages(JsonRpcTemplate template, int calls) {
		List<JsonRpcRequest> requests = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			requests.add(JsonRpcRequest.of("m").build());
		}
		return template.send(JsonRpcBatchRequest.of(requests)).responses().stream().map(Outcome::of).toList();
	}

}
