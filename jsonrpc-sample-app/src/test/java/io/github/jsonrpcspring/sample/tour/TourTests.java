package io.github.jsonrpcspring.sample.tour;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.sample.JsonRpcSampleApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Tour}: parts that are added to it decide the exit code too.
 */
@ExtendWith(OutputCaptureExtension.class)
class TourTests {

	@Test
	void whenExpectationIsWrongThenExitCodeIsNotZero(CapturedOutput output) {
		assertThat(runWith(WrongExpectation.class)).isEqualTo(1);
		assertThat(output.getOut()).contains("FAILED: 5", "expected: 6",
				"43 of 44 steps had the expected outcome, 1 failed.");
	}

	@Test
	void whenCallThrowsUnexpectedlyThenExitCodeIsNotZero(CapturedOutput output) {
		assertThat(runWith(UnexpectedException.class)).isEqualTo(1);
		assertThat(output.getOut()).contains("FAILED: IllegalStateException: broken", "expected: 5",
				"43 of 44 steps had the expected outcome, 1 failed.");
	}

	@Test
	void whenServerDoesNotOfferTheMethodThenStepSaysSoAndExitCodeIsNotZero(CapturedOutput output) {
		assertThat(runWith(UnknownMethod.class)).isEqualTo(1);
		assertThat(output.getOut()).contains("NOT OFFERED: JsonRpcMethodNotFoundException", "expected: 5",
				"43 of 44 steps had the expected outcome, 1 not offered by the server.");
	}

	private static int runWith(Class<?> source) {
		return JsonRpcSampleApplication.run("--spring.main.sources=" + source.getName());
	}

	static class WrongExpectation {

		@Bean
		TourPart wrongExpectation(JsonRpcTemplate rpc) {
			return part(Step.show("Wrong", "add").returns(6, () -> rpc.request("add", Integer.class, 2, 3)));
		}

	}

	static class UnexpectedException {

		@Bean
		TourPart unexpectedException() {
			return part(Step.show("Broken", "add").returns(5, () -> {
				throw new IllegalStateException("broken");
			}));
		}

	}

	static class UnknownMethod {

		@Bean
		TourPart unknownMethod(JsonRpcTemplate rpc) {
			return part(Step.show("Unknown", "plus").returns(5, () -> rpc.request("plus", Integer.class, 2, 3)));
		}

	}

	private static TourPart part(Step step) {
		return new TourPart() {

			@Override
			public String title() {
				return "More";
			}

			@Override
			public List<Step> steps() {
				return List.of(step);
			}

		};
	}

}
