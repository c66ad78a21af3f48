package io.github.jsonrpcspring.integration;

import java.util.Arrays;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every call in every style, with every server and every HTTP client.
 */
@ExtendWith(RealServersExtension.class)
class CallIT {

	static Stream<Arguments> calls() {
		return Target.all()
			.flatMap((target) -> Calls.all()
				.filter((call) -> call.outcomes().containsKey(target.server()))
				.flatMap((call) -> Arrays.stream(Style.values())
					.filter((style) -> style.supports(call, target.server()))
					.map((style) -> Arguments.of(target, call, style))));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void callEndsAsItShould(Target target, Call call, Style style, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		Outcome outcome = call.outcomes().get(target.server());
		if (outcome instanceof Outcome.Failure failure) {
			assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> style.call(clients, call))
				.satisfies(failure::check);
		}
		else if (outcome instanceof Outcome.Success success) {
			if (success.value() == null && style.requiresResult()) {
				assertThatExceptionOfType(JsonRpcResultConversionException.class)
					.isThrownBy(() -> style.call(clients, call));
			}
			else {
				assertThat(style.call(clients, call)).isEqualTo(style.dropsResult() ? null : success.value());
			}
		}
	}

}
