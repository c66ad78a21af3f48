package io.github.jsonrpcspring.autoconfigure;

import java.util.regex.Pattern;

/**
 * Checks text that may be a secret, and so is never shown.
 */
final class Secrets {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Pattern BEARER_TOKEN = Pattern.compile("[\\x21-\\x7e]+");

	private Secrets() {
	}

	/**
	 * Refuse what was left of a placeholder that nothing defines.
	 */
	static String resolved(Setting<String> setting) {
		if (PLACEHOLDER.matcher(setting.value()).find()) {
			throw setting.refuse("holds a placeholder ${…} that nothing defines",
					"Define what the placeholder names, for example as an environment variable.");
		}
		return setting.value();
	}

	/**
	 * Refuse what cannot be the value of an HTTP header.
	 */
	static String headerValue(Setting<String> setting) {
		String value = resolved(setting);
		if (value.chars().anyMatch((character) -> (character < ' ' && character != '\t') || character == 127)) {
			throw setting.refuse("has a line break or another control character, which an HTTP header cannot carry",
					"Remove the character. It is often the last one of a file or of a YAML block.");
		}
		if (value.chars().anyMatch((character) -> character > 255)) {
			throw setting.refuse("has a character outside ISO-8859-1, which an HTTP header cannot carry",
					"Encode the value as the server wants it.");
		}
		return value;
	}

	static boolean isToken(String text) {
		return BEARER_TOKEN.matcher(text).matches();
	}

	static boolean isHeaderName(String name) {
		return TOKEN.matcher(name).matches();
	}

}
