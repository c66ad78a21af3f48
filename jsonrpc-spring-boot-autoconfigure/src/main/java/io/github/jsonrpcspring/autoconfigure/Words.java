package io.github.jsonrpcspring.autoconfigure;

import java.util.Locale;

import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * Reads the words that are bound as text, because YAML makes something else of them.
 */
final class Words {

	private Words() {
	}

	static JsonRpcValidation validation(Setting<String> setting) {
		return switch (setting.value().toLowerCase(Locale.ROOT)) {
			case "strict", "true", "on" -> JsonRpcValidation.STRICT;
			case "lenient" -> JsonRpcValidation.LENIENT;
			case "off", "false" -> JsonRpcValidation.OFF;
			default -> throw setting.refuse("must be one of 'lenient', 'strict', 'off', not '" + setting.value() + "'",
					"Use 'lenient' to accept harmless deviations of servers, 'strict' (or 'true', 'on') to accept "
							+ "exactly the specification, 'off' (or 'false') to check the least.");
		};
	}

	static JsonRpcVersion version(Setting<String> setting) {
		try {
			return JsonRpcVersion.of(setting.value());
		}
		catch (IllegalArgumentException ex) {
			throw setting.refuse("must be '2.0' or '1.0', not '" + setting.value() + "'",
					"Use the version of JSON-RPC that the server speaks.");
		}
	}

}
