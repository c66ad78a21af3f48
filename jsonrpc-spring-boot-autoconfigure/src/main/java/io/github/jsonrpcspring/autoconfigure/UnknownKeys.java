package io.github.jsonrpcspring.autoconfigure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import org.jspecify.annotations.Nullable;

/**
 * Describes keys that no field takes, with the nearest ones that exist.
 */
final class UnknownKeys {

	private static final String ROOT = JsonRpcProperties.PREFIX + ".";

	private static final String DEFAULTS = ROOT + "defaults.";

	private static final String CLIENTS = ROOT + "clients.";

	private static final String SOME_CLIENT = CLIENTS + "<name>.";

	private static final List<String> DEFAULTS_KEYS = KnownKeys.of(CommonProperties.class);

	private static final List<String> CLIENT_KEYS = KnownKeys.of(Client.class);

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

	private static final String FIRST = "[0]";

	private UnknownKeys() {
	}

	static JsonRpcConfigurationException describe(Collection<String> unknown) {
		String first = unknown.iterator().next();
		String others = (unknown.size() > 1) ? ", nor are "
				+ unknown.stream().skip(1).map((key) -> "'" + key + "'").collect(Collectors.joining(", ")) : "";
		String action = unknown.stream().map(UnknownKeys::advise).collect(Collectors.joining(System.lineSeparator()));
		return new JsonRpcConfigurationException(first, "is not known" + others, action);
	}

	private static String advise(String key) {
		String suggestion = suggest(key);
		return (suggestion != null) ? "Did you mean '" + suggestion + "' instead of '" + key + "'?"
				: "Remove '" + key + "'. Known keys are: " + String.join(", ", keysNear(key)) + ".";
	}

	private static List<String> keysNear(String key) {
		if (key.startsWith(CLIENTS)) {
			return CLIENT_KEYS;
		}
		return key.startsWith(DEFAULTS) ? DEFAULTS_KEYS : List.of(ROOT + "enabled", DEFAULTS + "*", SOME_CLIENT + "*");
	}

	static @Nullable String suggest(String key) {
		if (key.startsWith(CLIENTS)) {
			int end = key.indexOf('.', CLIENTS.length());
			return (end != -1) ? nearest(key.substring(0, end + 1), key.substring(end + 1), CLIENT_KEYS) : null;
		}
		if (key.startsWith(DEFAULTS)) {
			String name = key.substring(DEFAULTS.length());
			String nearest = nearest(DEFAULTS, name, DEFAULTS_KEYS);
			return (nearest != null) ? nearest : nearest(SOME_CLIENT, name, CLIENT_KEYS);
		}
		return suggestAtTop(key.substring(ROOT.length()));
	}

	private static @Nullable String suggestAtTop(String name) {
		int dot = name.indexOf('.');
		String first = (dot != -1) ? name.substring(0, dot) : name;
		String group = closest(first, List.of("enabled", "defaults", "clients"));
		if (group != null) {
			return ROOT + group + ((dot != -1) ? name.substring(dot) : "");
		}
		String nearest = nearest(DEFAULTS, name, DEFAULTS_KEYS);
		return (nearest != null) ? nearest : nearest(SOME_CLIENT, name, CLIENT_KEYS);
	}

	private static @Nullable String nearest(String prefix, String name, List<String> candidates) {
		String closest = closest(INDEX.matcher(name).replaceAll(FIRST), candidates);
		if (closest == null) {
			return null;
		}
		Matcher index = INDEX.matcher(name);
		return prefix + (index.find() ? closest.replace(FIRST, index.group()) : closest);
	}

	private static @Nullable String closest(String name, List<String> candidates) {
		String candidate = candidates.stream()
			.min(Comparator.comparingInt((known) -> distance(name, known)))
			.orElseThrow();
		return (distance(name, candidate) <= Math.max(2, name.length() / 3)) ? candidate : null;
	}

	private static int distance(String name, String known) {
		if (lastWord(known).equals(lastWord(name))) {
			return 1;
		}
		if (known.startsWith(name + "-") || name.startsWith(known + "-")) {
			return 2;
		}
		return editDistance(name, known);
	}

	private static String lastWord(String key) {
		return key.substring(key.lastIndexOf('.') + 1);
	}

	private static int editDistance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int change = diagonal + ((one.charAt(i - 1) != other.charAt(j - 1)) ? 1 : 0);
				diagonal = row[j];
				row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
