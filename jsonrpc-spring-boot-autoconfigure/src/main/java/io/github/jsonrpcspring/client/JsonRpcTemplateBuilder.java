package io.github.jsonrpcspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.transport.JsonRpcTransport;
import io.github.jsonrpcspring.client.transport.RestClientJsonRpcTransport;
import io.github.jsonrpcspring.client.transport.WebClientJsonRpcTransport;
import io.github.jsonrpcspring.protocol.JsonRpcCodec;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;

/**
 * Builds a template, with or without a Spring context. Not thread-safe.
 *
 * @param <B> the type of the builder
 * @since 0.1.0
 */
public abstract sealed class JsonRpcTemplateBuilder<B extends JsonRpcTemplateBuilder<B>>
		permits JsonRpcTemplate.Builder, ReactiveJsonRpcTemplate.Builder {

	private static final boolean WEB_CLIENT_PRESENT = ClassUtils.isPresent(
			"org.springframework.web.reactive.function.client.WebClient",
			JsonRpcTemplateBuilder.class.getClassLoader());

	private JsonRpcClientSettingsBuilder settings;

	/** The URL as it was given, which may hold credentials. */
	private @Nullable String url;

	private final List<JsonRpcClientInterceptor> interceptors = new ArrayList<>();

	private final List<JsonRpcExceptionTranslator> translators = new ArrayList<>();

	private @Nullable JsonRpcTransport transport;

	private JsonRpcCodec codec = JsonRpcCodec.create();

	private @Nullable JsonRpcIdGenerator idGenerator;

	private @Nullable JsonRpcAuthentication authentication;

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable JsonRpcClientObservationConvention observationConvention;

	JsonRpcTemplateBuilder(String url) {
		this.settings = JsonRpcClientSettings.builder("default").url(url);
		this.url = url;
	}

	JsonRpcTemplateBuilder(JsonRpcTransport transport) {
		this.settings = JsonRpcClientSettings.builder("default");
		this.url = null;
		this.transport = transport;
	}

	JsonRpcTemplateBuilder(TemplateParts parts) {
		this.settings = parts.settings().mutate();
		this.url = null;
		this.transport = parts.transport();
		this.codec = parts.codec();
		this.idGenerator = parts.idGenerator();
		this.interceptors.addAll(parts.interceptors());
		this.translators.addAll(parts.translators());
		this.authentication = parts.authentication();
		this.observationRegistry = parts.observationRegistry();
		this.observationConvention = parts.observationConvention();
	}

	abstract B self();

	/** Set the client's name, which stands in logs and exceptions. */
	public B name(String name) {
		this.settings.name(name);
		return self();
	}

	/**
	 * Set all settings at once, in place of those set before. A URL that they do not name
	 * is kept, and a transport is not changed by the URL in them. With the URL that this
	 * builder was given its userinfo is kept, unless they have an {@code Authorization}
	 * header.
	 */
	public B settings(JsonRpcClientSettings settings) {
		URI target = this.settings.build().target();
		this.settings = settings.mutate();
		if (settings.target() != null) {
			this.url = null;
		}
		else if (this.url != null && !settings.headers().containsHeader(HttpHeaders.AUTHORIZATION)) {
			this.settings.url(this.url);
		}
		else if (target != null) {
			this.settings.target(target);
		}
		return self();
	}

	/** Set an HTTP header of every request. */
	public B defaultHeader(String name, String... values) {
		this.settings.header(name, values);
		return self();
	}

	/** Authenticate with a user name and password. */
	public B basicAuth(String username, String password) {
		this.settings.basicAuth(username, password);
		return self();
	}

	/** Authenticate with a bearer token. */
	public B bearerAuth(String token) {
		this.settings.bearerAuth(token);
		return self();
	}

	/**
	 * Authenticate with headers that are asked for before each message, in place of the
	 * client's own of the same names; {@code null} for none.
	 */
	public B authentication(@Nullable JsonRpcAuthentication authentication) {
		this.authentication = authentication;
		return self();
	}

	/** Set the source of ids; a decimal counter otherwise. */
	public B idGenerator(JsonRpcIdGenerator idGenerator) {
		this.idGenerator = idGenerator;
		return self();
	}

	/** Set how strictly answers are read; lenient otherwise. */
	public B validation(JsonRpcValidation validation) {
		this.settings.validation(validation);
		return self();
	}

	/** Set the protocol version of requests that name none; 2.0 otherwise. */
	public B version(JsonRpcVersion version) {
		this.settings.version(version);
		return self();
	}

	/** Set the deadline for connect, wait and the whole body; zero for none. */
	public B timeout(Duration timeout) {
		this.settings.timeout(timeout);
		return self();
	}

	/** Set the largest body that is read, in bytes; 10 MB otherwise. */
	public B maxResponseSize(long maxResponseSize) {
		this.settings.maxResponseSize(maxResponseSize);
		return self();
	}

	/** Set a further member of every request object. */
	public B member(String name, Object value) {
		this.settings.extraMember(name, value);
		return self();
	}

	/** Set whether batches are sent as such, and their most requests. */
	public B batch(boolean enabled, int maxSize) {
		this.settings.batch(new JsonRpcClientSettings.Batch(enabled, maxSize));
		return self();
	}

	/** Set the mapper that converts parameters and results. It is not changed. */
	public B jsonMapper(JsonMapper jsonMapper) {
		this.codec = new JsonRpcCodec(jsonMapper);
		return self();
	}

	/** Add an interceptor, inside those added before. */
	public B interceptor(JsonRpcClientInterceptor interceptor) {
		this.interceptors.add(interceptor);
		return self();
	}

	/** Add a translator of errors, asked after those added before. */
	public B exceptionTranslator(JsonRpcExceptionTranslator translator) {
		this.translators.add(translator);
		return self();
	}

	/** Change the translators of errors; the first is asked first. */
	public B exceptionTranslators(Consumer<List<JsonRpcExceptionTranslator>> translators) {
		translators.accept(this.translators);
		return self();
	}

	/**
	 * Set where calls are observed; nowhere otherwise. A transport that this builder was
	 * given observes its HTTP exchanges where it was told to.
	 */
	public B observationRegistry(ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		return self();
	}

	/** Set how observations are named, {@code null} for the default. */
	public B observationConvention(@Nullable JsonRpcClientObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return self();
	}

	final TemplateParts parts() {
		JsonRpcClientSettings settings = this.settings.build();
		JsonRpcTransport transport = (this.transport != null) ? this.transport
				: transport(Objects.requireNonNull(settings.target(), "No URL is set"));
		JsonRpcIdGenerator ids = (this.idGenerator != null) ? this.idGenerator : JsonRpcIdGenerator.decimal();
		return new TemplateParts(settings, transport, this.codec, ids, List.copyOf(this.interceptors),
				List.copyOf(this.translators), this.authentication, this.observationRegistry,
				this.observationConvention);
	}

	private JsonRpcTransport transport(URI target) {
		return WEB_CLIENT_PRESENT ? Reactive.transport(target, this.observationRegistry) : RestClientJsonRpcTransport
			.create(target, (restClient) -> restClient.observationRegistry(this.observationRegistry));
	}

	/** What needs WebFlux, which may be absent. */
	private static final class Reactive {

		static JsonRpcTransport transport(URI target, ObservationRegistry registry) {
			return WebClientJsonRpcTransport.create(target, (webClient) -> webClient.observationRegistry(registry));
		}

	}

}
