package io.github.jsonrpcspring.load.contestant;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Envelope}.
 */
class EnvelopeTests {

	private final Envelope envelope = new Envelope();

	@Test
	void aRequestHasTheNextId() {
		this.envelope.add(1, 1);
		assertThat(new String(this.envelope.write(this.envelope.add(2, 3)), StandardCharsets.UTF_8))
			.isEqualToIgnoringWhitespace("{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[2,3],\"id\":2}");
	}

	@Test
	void anAnswerIsRead() {
		assertThat(this.envelope.read(this.envelope.add(2, 3), bytes("{\"jsonrpc\":\"2.0\",\"result\":5,\"id\":1}")))
			.isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"result\":5,\"id\":2}", "{\"result\":5}", "{\"id\":1}",
			"{\"error\":{\"code\":-1,\"message\":\"no\"},\"id\":1}" })
	void whatIsNoResultOfTheRequestIsRefused(String answer) {
		assertThatIllegalStateException().isThrownBy(() -> this.envelope.read(this.envelope.add(2, 3), bytes(answer)));
	}

	@Test
	void theAnswersToABatchAreInItsOrder() {
		Envelope.Request[] batch = this.envelope.add(new int[] { 2, 3 }, 3);
		assertThat(this.envelope.read(batch, bytes("[{\"result\":6,\"id\":2},{\"result\":5,\"id\":1}]")))
			.containsExactly(5, 6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{\"result\":5,\"id\":1}]", "[{\"result\":5,\"id\":1},{\"result\":5,\"id\":1}]" })
	void anAnswerThatIsMissingIsNoticed(String answer) {
		Envelope.Request[] batch = this.envelope.add(new int[] { 2, 3 }, 3);
		assertThatIllegalStateException().isThrownBy(() -> this.envelope.read(batch, bytes(answer)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
