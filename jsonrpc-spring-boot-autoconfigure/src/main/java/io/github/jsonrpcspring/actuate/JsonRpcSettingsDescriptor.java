package io.github.jsonrpcspring.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client, as the endpoint shows them: named like the properties, and
 * without what may be a secret.
 *
 * @param headers the names of the HTTP headers of every request
 * @param validation {@code strict}, {@code lenient} or {@code off}
 * @param version the version of the protocol
 * @param params {@code positional} or {@code named}
 * @param emptyParams {@code omit} or {@code send}
 * @param nullParams {@code send} or {@code omit}
 * @param extraMembers the names of further members of every request
 * @param timeout the deadline of a call, {@code null} for none
 * @param maxResponseSize the largest body that is read, in bytes
 * @param batch how batches are sent
 * @param methods what is different for some methods
 * @param log what the wire log shows
 * @param configuration what only properties say, {@code null} for a template of the
 * application's own
 */
record JsonRpcSettingsDescriptor(List<String> headers, String validation, String version, String params,
		String emptyParams, String nullParams, List<String> extraMembers, @Nullable Duration timeout,
		long maxResponseSize, Batch batch, List<Method> methods, Log log,
		@JsonUnwrapped @Nullable JsonRpcConfigurationDescriptor configuration) {

	static JsonRpcSettingsDescriptor of(JsonRpcClientSettings settings,
			@Nullable JsonRpcConfigurationDescriptor configuration) {
		JsonRpcClientSettings.Batch batch = settings.batch();
		return new JsonRpcSettingsDescriptor(List.copyOf(settings.headers().headerNames()),
				settings.validation().name().toLowerCase(Locale.ROOT), settings.version().text(),
				settings.namedParams() ? "named" : "positional", settings.sendEmptyParams() ? "send" : "omit",
				settings.omitNullParams() ? "omit" : "send", List.copyOf(settings.extraMembers().keySet()),
				settings.timeout(), settings.maxResponseSize(),
				new Batch(batch.enabled(), (batch.maxSize() != Integer.MAX_VALUE) ? batch.maxSize() : null),
				settings.methods()
					.stream()
					.map((method) -> new Method(method.match(), method.timeout(), method.maxResponseSize(),
							method.log()))
					.toList(),
				new Log(settings.log().maxLength(), settings.log().mask().stream().sorted().toList()), configuration);
	}

	/**
	 * How batches are sent.
	 *
	 * @param enabled whether the server takes batches
	 * @param maxSize the most requests in one message, {@code null} for no limit
	 */
	record Batch(boolean enabled, @Nullable Integer maxSize) {

	}

	/**
	 * What is different for some methods.
	 *
	 * @param match a method's name, or a pattern
	 * @param timeout the deadline, zero for none, {@code null} for the client's
	 * @param maxResponseSize the largest body that is read, in bytes, {@code null} for
	 * the client's
	 * @param log whether the wire log shows these methods, {@code null} if that is not
	 * said
	 */
	record Method(String match, @Nullable Duration timeout, @Nullable Long maxResponseSize, @Nullable Boolean log) {

	}

	/**
	 * What the wire log shows.
	 *
	 * @param maxLength the most characters of a message
	 * @param mask the names of members whose values are hidden, and JSON pointers to such
	 * values
	 */
	record Log(int maxLength, List<String> mask) {

	}

}
