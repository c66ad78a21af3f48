package io.github.jsonrpcspring.client.wire;

import java.util.Arrays;
import java.util.stream.Stream;

import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Combinations of styles and levels.
 */
final class Styles {

	private Styles() {
	}

	static Stream<CallStyle> singleCalls() {
		return Arrays.stream(CallStyle.values()).filter((style) -> !style.isBatch());
	}

	static Stream<Arguments> batchesAndLevels() {
		return withLevels(BatchStyle.values());
	}

	static Stream<Arguments> notificationsAndLevels() {
		return withLevels(NotificationStyle.values());
	}

	private static Stream<Arguments> withLevels(Enum<?>[] styles) {
		return Arrays.stream(styles)
			.flatMap((style) -> Arrays.stream(JsonRpcValidation.values()).map((level) -> Arguments.of(style, level)));
	}

}
