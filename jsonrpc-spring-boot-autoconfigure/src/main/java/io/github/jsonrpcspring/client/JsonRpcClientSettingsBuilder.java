package io.github.jsonrpcspring.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * Builds {@link JsonRpcClientSettings}, with the defaults where nothing is set. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonRpcClientSettingsBuilder {

	/** The most that is read of an answer: 10 MB. */
	private static final long MAX_RESPONSE_SIZE = 10L * 1024 * 1024;

	private static final int LOG_LENGTH = 1024;

	private String name;

	private final HttpHeaders headers = new HttpHeaders();

	private final Map<String, Object> extraMembers = new LinkedHashMap<>();

	private @Nullable URI target;

	private JsonRpcValidation validation = JsonRpcValidation.LENIENT;

	private JsonRpcVersion version = JsonRpcVersion.V2_0;

	private boolean namedParams;

	private boolean sendEmptyParams;

	private boolean omitNullParams;

	private @Nullable Duration timeout = Duration.ofSeconds(60);

	private long maxResponseSize = MAX_RESPONSE_SIZE;

	private JsonRpcClientSettings.Batch batch = new JsonRpcClientSettings.Batch(true, Integer.MAX_VALUE);

	private List<JsonRpcClientSettings.Method> methods = List.of();

	private JsonRpcClientSettings.Log log = new JsonRpcClientSettings.Log(LOG_LENGTH, Set.of());

	JsonRpcClientSettingsBuilder(String name) {
		this.name = name;
		this.headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
		this.headers.set(HttpHeaders.ACCEPT, "application/json, */*;q=0.5");
	}

	JsonRpcClientSettingsBuilder(JsonRpcClientSettings settings) {
		this.name = settings.name();
		this.target = settings.target();
		this.headers.putAll(settings.headers());
		this.extraMembers.putAll(settings.extraMembers());
		this.validation = settings.validation();
		this.version = settings.version();
		this.namedParams = settings.namedParams();
		this.sendEmptyParams = settings.sendEmptyParams();
		this.omitNullParams = settings.omitNullParams();
		this.timeout = settings.timeout();
		this.maxResponseSize = settings.maxResponseSize();
		this.batch = settings.batch();
		this.methods = settings.methods();
		this.log = settings.log();
	}

	/** Set the client's name. */
	public JsonRpcClientSettingsBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Set the server's URL. Userinfo becomes Basic authentication and is removed.
	 * @throws IllegalArgumentException if it is no http or https URL; the message holds
	 * no part of it
	 */
	public JsonRpcClientSettingsBuilder url(String url) {
		Endpoint endpoint = Endpoint.parse(url);
		this.target = endpoint.target();
		return (endpoint.basicAuth() != null) ? header(HttpHeaders.AUTHORIZATION, endpoint.basicAuth()) : this;
	}

	JsonRpcClientSettingsBuilder target(URI target) {
		this.target = target;
		return this;
	}

	/**
	 * Set an HTTP header of every request.
	 * @throws IllegalArgumentException if a value has a control character
	 */
	public JsonRpcClientSettingsBuilder header(String name, String... values) {
		this.headers.put(name, oneLine(name, values));
		return this;
	}

	/**
	 * Return the values of a header, which may be secrets and are not quoted.
	 */
	static List<String> oneLine(String name, String... values) {
		for (String value : values) {
			Assert.isTrue(value.chars().noneMatch(JsonRpcClientSettingsBuilder::isControl),
					() -> "The value of the header '" + name
							+ "' has a line break or another control character, which an HTTP header cannot carry");
		}
		return Arrays.asList(values);
	}

	private static boolean isControl(int character) {
		return (character < ' ' && character != '\t') || character == 127;
	}

	/** Authenticate with a user name and password. */
	public JsonRpcClientSettingsBuilder basicAuth(String username, String password) {
		return header(HttpHeaders.AUTHORIZATION,
				"Basic " + HttpHeaders.encodeBasicAuth(username, password, StandardCharsets.UTF_8));
	}

	/** Authenticate with a bearer token. */
	public JsonRpcClientSettingsBuilder bearerAuth(String token) {
		return header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
	}

	/** Set how strictly answers are read. */
	public JsonRpcClientSettingsBuilder validation(JsonRpcValidation validation) {
		this.validation = validation;
		return this;
	}

	/** Set the protocol version of requests that name none. */
	public JsonRpcClientSettingsBuilder version(JsonRpcVersion version) {
		this.version = version;
		return this;
	}

	/** Set whether interfaces that do not say send named parameters. */
	public JsonRpcClientSettingsBuilder namedParams(boolean namedParams) {
		this.namedParams = namedParams;
		return this;
	}

	/** Set whether a request without parameters has an empty {@code params} member. */
	public JsonRpcClientSettingsBuilder sendEmptyParams(boolean sendEmptyParams) {
		this.sendEmptyParams = sendEmptyParams;
		return this;
	}

	/** Set whether named parameters that are null are left out. */
	public JsonRpcClientSettingsBuilder omitNullParams(boolean omitNullParams) {
		this.omitNullParams = omitNullParams;
		return this;
	}

	/**
	 * Set a further member of every request object.
	 * @throws IllegalArgumentException if the specification defines that member
	 */
	public JsonRpcClientSettingsBuilder extraMember(String name, Object value) {
		JsonRpcRequest.of("check").member(name, value);
		this.extraMembers.put(name, value);
		return this;
	}

	/** Set the deadline for connect, wait and the whole body; zero for none. */
	public JsonRpcClientSettingsBuilder timeout(Duration timeout) {
		if (timeout.isNegative()) {
			throw new IllegalArgumentException("The timeout must not be negative");
		}
		this.timeout = timeout;
		return this;
	}

	/** Set the largest body that is read, in bytes. */
	public JsonRpcClientSettingsBuilder maxResponseSize(long maxResponseSize) {
		if (maxResponseSize < 1) {
			throw new IllegalArgumentException("The maximum response size must be at least one byte");
		}
		this.maxResponseSize = maxResponseSize;
		return this;
	}

	/** Set how batches are sent. */
	public JsonRpcClientSettingsBuilder batch(JsonRpcClientSettings.Batch batch) {
		if (batch.maxSize() < 1) {
			throw new IllegalArgumentException("The maximum batch size must be at least 1");
		}
		this.batch = batch;
		return this;
	}

	/** Set what is different for some methods. */
	public JsonRpcClientSettingsBuilder methods(List<JsonRpcClientSettings.Method> methods) {
		this.methods = methods;
		return this;
	}

	/** Set what the wire log shows. */
	public JsonRpcClientSettingsBuilder log(JsonRpcClientSettings.Log log) {
		this.log = log;
		return this;
	}

	/** Build the settings. */
	public JsonRpcClientSettings build() {
		return new JsonRpcClientSettings(this.name, this.target, this.headers, this.validation, this.version,
				this.namedParams, this.sendEmptyParams, this.omitNullParams, this.extraMembers, this.timeout,
				this.maxResponseSize, this.batch, this.methods, this.log);
	}

}
