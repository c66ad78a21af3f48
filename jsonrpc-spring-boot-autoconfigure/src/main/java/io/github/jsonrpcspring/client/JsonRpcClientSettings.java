package io.github.jsonrpcspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.PatternMatchUtils;

/**
 * The settings of one client, complete and immutable.
 *
 * @param name the client's name
 * @param target the server's URL without credentials, {@code null} if only the transport
 * knows it
 * @param headers the HTTP headers of every request, credentials among them
 * @param validation how strictly answers are read
 * @param version the protocol version of requests that name none
 * @param namedParams whether interfaces that do not say send named parameters
 * @param sendEmptyParams whether a request without parameters has an empty {@code params}
 * member
 * @param omitNullParams whether named parameters that are null are left out
 * @param extraMembers further members of every request object
 * @param timeout the deadline for connect, wait and the whole body, {@code null} for none
 * @param maxResponseSize the largest body that is read, in bytes
 * @param batch how batches are sent
 * @param methods what is different for some methods; the first match counts
 * @param log what the wire log shows
 * @since 0.1.0
 */
public record JsonRpcClientSettings(String name, @Nullable URI target, HttpHeaders headers,
		JsonRpcValidation validation, JsonRpcVersion version, boolean namedParams, boolean sendEmptyParams,
		boolean omitNullParams, Map<String, Object> extraMembers, @Nullable Duration timeout, long maxResponseSize,
		Batch batch, List<Method> methods, Log log) {

	/** Copy what could be changed. */
	public JsonRpcClientSettings {
		headers = HttpHeaders.readOnlyHttpHeaders(HttpHeaders.copyOf(headers));
		extraMembers = Collections.unmodifiableMap(new LinkedHashMap<>(extraMembers));
		methods = List.copyOf(methods);
		timeout = (timeout != null && timeout.isZero()) ? null : timeout;
	}

	/**
	 * How batches are sent.
	 *
	 * @param enabled whether the server takes batches; otherwise requests are sent one
	 * after another
	 * @param maxSize the most requests in one message, {@link Integer#MAX_VALUE} for no
	 * limit
	 */
	public record Batch(boolean enabled, int maxSize) {
	}

	/**
	 * What is different for some methods.
	 *
	 * @param match a method's name, or a pattern with {@code *}
	 * @param timeout the deadline, zero for none, {@code null} for the client's
	 * @param maxResponseSize the largest body that is read, in bytes, {@code null} for
	 * the client's
	 * @param log whether the wire log shows these methods, {@code null} if that is not
	 * said: it does
	 */
	public record Method(String match, @Nullable Duration timeout, @Nullable Long maxResponseSize,
			@Nullable Boolean log) {

		/**
		 * Create what is different for some methods, but for the size of their answers.
		 */
		public Method(String match, @Nullable Duration timeout, @Nullable Boolean log) {
			this(match, timeout, null, log);
		}

	}

	/**
	 * What the wire log shows.
	 *
	 * @param maxLength the most characters of a message
	 * @param mask the names of members whose values are hidden, at any depth, and JSON
	 * pointers (RFC 6901) to such values, which begin with {@code /} and are relative to
	 * each message
	 */
	public record Log(int maxLength, Set<String> mask) {

		/**
		 * Copy what could be changed.
		 * @throws IllegalArgumentException if an entry of the mask is blank or begins
		 * with {@code /} and is no JSON pointer
		 */
		public Log {
			mask = Set.copyOf(mask);
			if (mask.stream().anyMatch(String::isBlank)) {
				throw new IllegalArgumentException("The mask has a blank entry");
			}
			mask.stream().filter(MaskPointer::is).forEach(MaskPointer::of);
		}

	}

	/**
	 * Return the settings of a client with nothing configured.
	 * @param name the client's name
	 * @return default settings
	 */
	public static JsonRpcClientSettings defaults(String name) {
		return builder(name).build();
	}

	/**
	 * Start building settings.
	 * @param name the client's name
	 * @return a builder with the defaults
	 */
	public static JsonRpcClientSettingsBuilder builder(String name) {
		return new JsonRpcClientSettingsBuilder(name);
	}

	/**
	 * Return a builder that starts from these settings.
	 * @return a builder
	 */
	public JsonRpcClientSettingsBuilder mutate() {
		return new JsonRpcClientSettingsBuilder(this);
	}

	/**
	 * Return what is different for a method.
	 * @param method the method's name
	 * @return the first match, or {@code null}
	 */
	public @Nullable Method forMethod(String method) {
		for (Method candidate : this.methods) {
			if (PatternMatchUtils.simpleMatch(candidate.match(), method)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * Return the target without path and query, which may hold a key.
	 * @return scheme, host and port, {@code null} without a target
	 */
	public @Nullable String server() {
		return (this.target != null) ? Endpoint.display(this.target) : null;
	}

	String describe() {
		return "client '" + this.name + "'" + ((this.target != null) ? " (" + server() + ")" : "");
	}

	/**
	 * Return the settings without path and query of the URL and without the values of
	 * headers and members.
	 */
	@Override
	public String toString() {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("name", this.name);
		shown.put("target", server());
		shown.put("headers", this.headers.headerNames());
		shown.put("validation", this.validation);
		shown.put("version", this.version.text());
		shown.put("extraMembers", this.extraMembers.keySet());
		shown.put("timeout", this.timeout);
		shown.put("maxResponseSize", this.maxResponseSize);
		shown.put("batch", this.batch);
		shown.put("methods", this.methods);
		shown.put("log", this.log);
		return "JsonRpcClientSettings" + shown;
	}

}
