package io.github.jsonrpcspring.fuzz;

import java.time.Duration;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcMessage;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every answer to a call, through every style.
 */
final class CallProperties {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final List<Style> STYLES = List.of(Style.values());

	private static final List<ResultType> TYPES = List.of(ResultType.values());

	private final Client client = new Client();

	/**
	 * The styles of calls.
	 */
	private enum Style {

		BLOCKING, REACTIVE, PROXY, MESSAGE, JSON, NOTIFICATION

	}

	void check(Choices choices) {
		Style style = STYLES.get(choices.style(STYLES.size()));
		if (style == Style.NOTIFICATION) {
			notification(choices);
			return;
		}
		boolean isTree = style == Style.MESSAGE || style == Style.JSON;
		ResultType type = isTree ? ResultType.NODE : TYPES.get(choices.result(TYPES.size()));
		PlainHttp http = new PlainHttp(choices.status().value(), choices.type(), choices.encoding(), choices.message());
		PlainAnswer answer = http.read(Plain.id(choices.ids(1).get(0)),
				choices.version() == JsonRpcVersion.V1_0 && style != Style.JSON);
		Outcome stricter = null;
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			JsonRpcTemplate template = this.client.template(level, choices, 1);
			Outcome outcome = Outcome.of(() -> call(template, style, type, choices));
			outcome = (outcome.value() instanceof Outcome own) ? own : outcome;
			if (level == JsonRpcValidation.STRICT) {
				outcome.requireSame(answer, type, Plain.isLimited(http));
			}
			else {
				outcome.requireAtLeast(stricter);
			}
			stricter = outcome;
		}
	}

	private @Nullable Object call(JsonRpcTemplate template, Style style, ResultType type, Choices choices) {
		return switch (style) {
			case BLOCKING -> template.method("m").retrieve(type.type());
			case REACTIVE -> template.reactive().method("m").retrieve(type.type()).block(LONG);
			case PROXY -> this.client.proxy(template).call(type);
			case MESSAGE -> outcome(template.send(JsonRpcRequest.of("m").build()));
			default -> outcome(
					template.sendJson("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":" + choices.ids(1).get(0) + "}"));
		};
	}

	private static Outcome outcome(@Nullable JsonRpcMessage message) {
		assertThat(message).isInstanceOf(JsonRpcResponse.class);
		return Outcome.of((JsonRpcResponse) message);
	}

	/**
	 * Nobody reads the answer to a notification but where the status is one of failure.
	 */
	private void notification(Choices choices) {
		for (JsonRpcValidation level : JsonRpcValidation.values()) {
			JsonRpcTemplate template = this.client.template(level, choices, 1);
			try {
				template.notify("m");
				assertThat(choices.status().is2xxSuccessful()).isTrue();
			}
			catch (JsonRpcException ex) {
				assertThat(choices.status().is2xxSuccessful()).as("%s", ex).isFalse();
			}
		}
	}

}
