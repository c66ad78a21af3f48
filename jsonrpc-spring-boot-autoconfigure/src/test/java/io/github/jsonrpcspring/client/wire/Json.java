package io.github.jsonrpcspring.client.wire;

/**
 * Writes JSON with single quotes, for the sake of readable tables.
 */
final class Json {

	private Json() {
	}

	static String of(String text) {
		return text.replace('\'', '"');
	}

}
