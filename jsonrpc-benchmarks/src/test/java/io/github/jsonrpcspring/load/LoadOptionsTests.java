package io.github.jsonrpcspring.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LoadOptions}.
 */
class LoadOptionsTests {

	@Test
	void withoutArgumentsAllAreMeasuredElevenTimes() {
		LoadOptions options = LoadOptions.parse();
		assertThat(options.rounds()).isEqualTo(11);
		assertThat(options.slices()).isEqualTo(80);
		assertThat(options.duration()).isEqualTo(Duration.ofSeconds(1));
		assertThat(options.threads()).containsExactly(1, 16, 64);
		assertThat(options.select(Contestants.all())).isEqualTo(Contestants.all());
	}

	@Test
	void argumentsAreRead() {
		LoadOptions options = LoadOptions.parse("--rounds=2", "--warmups=0", "--slices=5", "--millis=50",
				"--threads=1, 4", "--only=jsonrpc4j,batch", "--seed=7", "--out=there");
		assertThat(options).isEqualTo(new LoadOptions(2, 0, 5, Duration.ofMillis(50), List.of(1, 4),
				List.of("jsonrpc4j", "batch"), 7, Path.of("there")));
	}

	@Test
	void partsOfNamesChooseContestants() {
		assertThat(LoadOptions.parse("--only=jsonrpc4j,batch").select(Contestants.all())).extracting(Contestant::name)
			.contains("jsonrpc4j", "batch, WebClient", "by hand: batch, WebClient")
			.doesNotContain("web3j", "template, WebClient");
	}

	@Test
	void aNameThatNobodyHasIsRefused() {
		LoadOptions options = LoadOptions.parse("--only=nobody");
		assertThatIllegalArgumentException().isThrownBy(() -> options.select(Contestants.all()))
			.withMessageContaining("jsonrpc4j");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rounds=1", "--round=1", "--rounds", "--rounds=0", "--rounds=1001", "--warmups=-1",
			"--slices=0", "--millis=0", "--millis=9", "--threads=", "--threads=0", "--threads=501", "--threads=some" })
	void whatCannotBeIsRefused(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> LoadOptions.parse(argument));
	}

}
