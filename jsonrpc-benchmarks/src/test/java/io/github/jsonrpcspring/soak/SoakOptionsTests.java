package io.github.jsonrpcspring.soak;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SoakOptions}.
 */
class SoakOptionsTests {

	@Test
	void withoutArgumentsAMillionCallsAreMade() {
		SoakOptions options = SoakOptions.parse();
		assertThat(options.calls()).isEqualTo(1_000_000);
		assertThat(options.callers()).isEqualTo(64);
	}

	@Test
	void argumentsAreRead() {
		SoakOptions options = SoakOptions.parse("--calls=10", "--connector=jdk", "--cancel=0.5", "--threads=virtual");
		assertThat(options.calls()).isEqualTo(10);
		assertThat(options.connector()).isEqualTo("jdk");
		assertThat(options.cancel()).isEqualTo(0.5);
		assertThat(options.isVirtual()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "calls=1", "--call=1", "--calls", "--calls=0", "--connector=jetty", "--cancel=2",
			"--callers=0", "--threads=green", "--style=none", "--restarts=-1", "--patience=0" })
	void whatCannotBeIsRefused(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> SoakOptions.parse(argument));
	}

}
