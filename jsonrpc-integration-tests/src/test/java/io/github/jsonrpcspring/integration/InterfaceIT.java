package io.github.jsonrpcspring.integration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcInvalidParamsException;
import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.integration.application.Clients;
import io.github.jsonrpcspring.integration.application.Named;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.application.Typed;
import io.github.jsonrpcspring.integration.application.Typed.Person;
import io.github.jsonrpcspring.integration.server.RealServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Interfaces whose methods have types of their own.
 */
@ExtendWith(RealServersExtension.class)
class InterfaceIT {

	private static final Person ADA = new Person("Ada \u00e9 \u6f22", 36, List.of("Analytical"));

	private static final Person BOB = new Person("Bob", 1, List.of());

	static Stream<Target> services() {
		return Target.all().filter((target) -> !target.server().isNode());
	}

	@ParameterizedTest
	@MethodSource("services")
	void resultsHaveTheTypesOfTheMethods(Target target, Applications applications) throws Exception {
		Typed typed = applications.clients(target).proxy(Typed.class);
		assertThat(typed.add(2, 3)).isEqualTo(5);
		assertThat(Calls.await(typed.addLater(2, 3))).isEqualTo(5);
		assertThat(typed.twice(4)).isEqualTo(8);
		assertThat(typed.person(ADA)).isEqualTo(ADA);
		assertThat(typed.people(List.of(ADA, BOB))).containsExactly(ADA, BOB);
		assertThat(Calls.await(typed.stream(List.of(ADA, BOB)).collectList())).containsExactly(ADA, BOB);
		assertThat(typed.optional("text")).contains("text");
		assertThat(typed.optional(null)).isEqualTo(Optional.empty());
		assertThat(typed.decimal(new BigDecimal("1.5"))).isEqualTo("1.5");
		assertThat(typed.integer(BigInteger.TEN)).isEqualTo(BigInteger.TEN);
		typed.nothing();
	}

	@ParameterizedTest
	@MethodSource("services")
	void errorsAreTheExceptionsOfTheInterface(Target target, Applications applications) throws Exception {
		Typed typed = applications.clients(target).proxy(Typed.class);
		assertThatExceptionOfType(Typed.ClosedException.class).isThrownBy(typed::appError)
			.withMessage("account is closed");
	}

	@ParameterizedTest
	@MethodSource("services")
	void parametersAreNamed(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		Named named = clients.proxy(Named.class);
		if (target.server() == RealServer.JAYSON_1_0) {
			assertThatExceptionOfType(JsonRpcInvalidRequestException.class).isThrownBy(() -> named.add(2, 3));
			return;
		}
		assertThat(named.add(2, 3)).isEqualTo(5);
		assertThat(Calls.await(named.addLater(2, 3))).isEqualTo(5);
		assertThat(named.addOptional(2, 3)).contains(5);
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class).isThrownBy(
				() -> clients.blocking("named").method("add").param("a", 2).param("b", "x").retrieve(Integer.class));
		assertThat(named.addResponse(2, "x").error().code()).isEqualTo(-32602);
	}

	@ParameterizedTest
	@MethodSource("services")
	void version1RefusesNamesBeforeAnythingIsSent(Target target, Applications applications) throws Exception {
		Clients clients = applications.clients(target);
		if (target.server() == RealServer.JAYSON_1_0) {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> clients.blocking().method("add").param("a", 2).retrieve(Integer.class));
		}
		else {
			assertThat(clients.blocking().method("add").param("a", 2).param("b", 3).retrieve(Integer.class))
				.isEqualTo(5);
		}
	}

}
