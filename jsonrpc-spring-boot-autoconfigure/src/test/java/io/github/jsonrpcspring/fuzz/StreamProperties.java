package io.github.jsonrpcspring.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every answer whose result is read element by element, wherever it is cut:
 * it ends as one that is read as a whole, and lets out only elements that stand there.
 */
final class StreamProperties {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final List<Style> STYLES = List.of(Style.values());

	private static final List<ResultType> TYPES = List.of(ResultType.values());

	private final Client client = new Client();

	/**
	 * The ways to read.
	 */
	private enum Style {

		FLUX, ONE_BY_ONE, STREAM

	}

	void check(Choices choices) {
		ResultType type = TYPES.get(choices.result(TYPES.size()));
		Style style = STYLES.get(choices.style(STYLES.size()));
		PlainHttp http = new PlainHttp(choices.status().value(), choices.type(), choices.encoding(), choices.message());
		PlainAnswer answer = http.read(Plain.id(choices.ids(1).get(0)), isFirst(choices));
		PlainStream stream = PlainStream.read(choices.message());
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			Outcome whole = whole(level, choices, type);
			List<Object> elements = new ArrayList<>();
			Outcome streamed = Outcome.of(() -> {
				read(this.client.template(level, choices, 1), style, elementType(type), elements::add);
				return elements;
			});
			requireSame(whole, streamed, level);
			if (streamed.kind() == Outcome.Kind.VALUE) {
				assertThat(level != JsonRpcValidation.STRICT || isSame(answer, elements, type))
					.as("strict: %s%nas %s%nplain: %s", elements, type, answer)
					.isTrue();
			}
			else {
				List<PlainValue> plain = (stream != null) ? stream.elements() : List.of();
				assertThat(areSame(elements, plain, type)).as("%s: %s%nas %s%nplain: %s", level, elements, type, plain)
					.isTrue();
				assertThat(elements.isEmpty() || !isRefused(stream, level, choices, type))
					.as("%s: %s before %s, though what stands before the result is wrong", level, elements, streamed)
					.isTrue();
			}
		}
	}

	private static boolean isFirst(Choices choices) {
		return choices.version() == JsonRpcVersion.V1_0;
	}

	private static Class<?> elementType(ResultType type) {
		return ClassUtils.resolvePrimitiveIfNecessary(type.type());
	}

	private static void read(JsonRpcTemplate template, Style style, Class<?> type, Consumer<Object> elements) {
		switch (style) {
			case FLUX -> template.reactive().method("m").retrieveFlux(type).doOnNext(elements).blockLast(LONG);
			case ONE_BY_ONE ->
				template.reactive().method("m").retrieveFlux(type).limitRate(1).doOnNext(elements).blockLast(LONG);
			case STREAM -> {
				try (Stream<?> stream = template.method("m").retrieveStream(type)) {
					stream.forEach(elements);
				}
			}
		}
	}

	private Outcome whole(JsonRpcValidation level, Choices choices, ResultType type) {
		JsonRpcTemplate template = this.client.template(level, choices, 1);
		ParameterizedTypeReference<List<?>> list = ParameterizedTypeReference
			.forType(ResolvableType.forClassWithGenerics(List.class, elementType(type)).getType());
		return Outcome.of(() -> template.method("m").retrieve(list));
	}

	/**
	 * Only an element that does not fit may end the stream before what is wrong with the
	 * answer is known.
	 */
	private static void requireSame(Outcome whole, Outcome streamed, JsonRpcValidation level) {
		boolean same = switch (streamed.kind()) {
			case VALUE -> whole.kind() == Outcome.Kind.VALUE
					&& streamed.value().equals((whole.value() != null) ? whole.value() : List.of());
			case UNFIT -> whole.kind() != Outcome.Kind.VALUE || ((List<?>) whole.value()).contains(null);
			case ERROR -> whole.kind() == Outcome.Kind.ERROR && streamed.error().equals(whole.error());
			case FAILURE -> whole.kind() == Outcome.Kind.FAILURE;
		};
		assertThat(same).as("%s: as a whole %s%nstreamed %s", level, whole, streamed).isTrue();
	}

	private static boolean isSame(PlainAnswer answer, List<Object> elements, ResultType type) {
		return answer instanceof PlainAnswer.Result result && ((result.value() instanceof PlainValue.Items items)
				? items.values().size() == elements.size() && areSame(elements, items.values(), type)
				: elements.isEmpty());
	}

	/**
	 * Return whether elements are those that stand there, or the first of them.
	 */
	private static boolean areSame(List<Object> elements, List<PlainValue> plain, ResultType type) {
		if (elements.size() > plain.size()) {
			return false;
		}
		for (int i = 0; i < elements.size(); i++) {
			if (!type.isSameOrNull(elements.get(i), plain.get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether an answer is refused that begins as this one and goes on well.
	 */
	private boolean isRefused(@Nullable PlainStream stream, JsonRpcValidation level, Choices choices, ResultType type) {
		String id = choices.ids(1).get(0);
		byte[] completed = (stream != null) ? stream.completed(id, isFirst(choices)) : null;
		if (completed == null) {
			return true;
		}
		PlainHttp http = new PlainHttp(choices.status().value(), choices.type(), choices.encoding(), completed);
		return whole(level, choices.with(completed), type).kind() != Outcome.Kind.VALUE
				|| (level == JsonRpcValidation.STRICT
						&& !(http.read(Plain.id(id), isFirst(choices)) instanceof PlainAnswer.Result));
	}

}
