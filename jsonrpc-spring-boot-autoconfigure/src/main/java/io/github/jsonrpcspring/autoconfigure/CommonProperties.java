package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsProperties;
import org.springframework.util.unit.DataSize;

/**
 * The properties that a client and the defaults have in common. What is not set is null;
 * the defaults themselves are those of
 * {@link io.github.jsonrpcspring.client.JsonRpcClientSettings}.
 */
class CommonProperties extends HttpClientSettingsProperties {

	/**
	 * What sends requests. WebClient by default, or RestClient if WebFlux is missing.
	 */
	private @Nullable Transport transport;

	/**
	 * How the ids of requests are made: decimal, hex, random, uuid, or the name of a
	 * JsonRpcIdGenerator bean.
	 */
	private @Nullable String idStrategy;

	/**
	 * How strictly answers are read: lenient, strict (also true, on) or off (also false).
	 */
	private @Nullable String validation;

	/**
	 * Version of the protocol, 2.0 or 1.0.
	 */
	private @Nullable String version;

	/**
	 * How interfaces that do not say so themselves send their arguments.
	 */
	private @Nullable Params params;

	/**
	 * Whether a request without parameters has an empty params member. JSON-RPC 1.0
	 * always sends it.
	 */
	private @Nullable EmptyParams emptyParams;

	/**
	 * Whether a named argument that is null is sent.
	 */
	private @Nullable NullParams nullParams;

	/**
	 * Further members of every request object, by name. Text, integer or boolean.
	 */
	private final Map<String, Object> extraMembers = new LinkedHashMap<>();

	/**
	 * Deadline of a call for connecting, waiting and reading the whole body, 0 for none.
	 */
	private @Nullable Duration timeout;

	/**
	 * HTTP headers of every request, by name.
	 */
	private final Map<String, String> defaultHeader = new LinkedHashMap<>();

	/**
	 * Content type of every request.
	 */
	private @Nullable String contentType;

	/**
	 * Largest body of an answer that is read.
	 */
	private @Nullable DataSize maxResponseSize;

	/**
	 * Settings of some methods, the first entry that matches a method counts.
	 */
	private @Nullable List<Method> methods;

	private Batch batch = new Batch(null, null);

	private Log log = new Log(null, null);

	@NestedConfigurationProperty
	private HealthProperties health = new HealthProperties(null, null, null, null, null);

	public @Nullable Transport getTransport() {
		return this.transport;
	}

	public void setTransport(@Nullable Transport transport) {
		this.transport = transport;
	}

	public @Nullable String getIdStrategy() {
		return this.idStrategy;
	}

	public void setIdStrategy(@Nullable String idStrategy) {
		this.idStrategy = idStrategy;
	}

	public @Nullable String getValidation() {
		return this.validation;
	}

	public void setValidation(@Nullable String validation) {
		this.validation = validation;
	}

	public @Nullable String getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable String version) {
		this.version = version;
	}

	public @Nullable Params getParams() {
		return this.params;
	}

	public void setParams(@Nullable Params params) {
		this.params = params;
	}

	public @Nullable EmptyParams getEmptyParams() {
		return this.emptyParams;
	}

	public void setEmptyParams(@Nullable EmptyParams emptyParams) {
		this.emptyParams = emptyParams;
	}

	public @Nullable NullParams getNullParams() {
		return this.nullParams;
	}

	public void setNullParams(@Nullable NullParams nullParams) {
		this.nullParams = nullParams;
	}

	public Map<String, Object> getExtraMembers() {
		return this.extraMembers;
	}

	public @Nullable Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(@Nullable Duration timeout) {
		this.timeout = timeout;
	}

	public Map<String, String> getDefaultHeader() {
		return this.defaultHeader;
	}

	public @Nullable String getContentType() {
		return this.contentType;
	}

	public void setContentType(@Nullable String contentType) {
		this.contentType = contentType;
	}

	public @Nullable DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(@Nullable DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	public @Nullable List<Method> getMethods() {
		return this.methods;
	}

	public void setMethods(@Nullable List<Method> methods) {
		this.methods = methods;
	}

	public Batch getBatch() {
		return this.batch;
	}

	public void setBatch(Batch batch) {
		this.batch = batch;
	}

	public Log getLog() {
		return this.log;
	}

	public void setLog(Log log) {
		this.log = log;
	}

	public HealthProperties getHealth() {
		return this.health;
	}

	public void setHealth(HealthProperties health) {
		this.health = health;
	}

	enum Params {

		/**
		 * Send arguments as an array.
		 */
		POSITIONAL,

		/**
		 * Send arguments as an object, by name.
		 */
		NAMED

	}

	enum EmptyParams {

		/**
		 * Leave out the params member.
		 */
		OMIT,

		/**
		 * Send an empty params member.
		 */
		SEND

	}

	enum NullParams {

		/**
		 * Send null.
		 */
		SEND,

		/**
		 * Leave out the argument.
		 */
		OMIT

	}

	/**
	 * How batches are sent.
	 *
	 * @param enabled Whether the server takes batches; otherwise their requests are sent
	 * one after another.
	 * @param maxSize Most requests in one message, longer batches are split.
	 */
	record Batch(@Nullable Boolean enabled, @Nullable Integer maxSize) {

	}

	/**
	 * What the wire log shows.
	 *
	 * @param maxLength Most characters of a message that are logged.
	 * @param mask Names of members whose values are hidden, at any depth, and JSON
	 * pointers to such values, which begin with '/' and are relative to each message.
	 */
	record Log(@Nullable Integer maxLength, @Nullable List<String> mask) {

	}

	/**
	 * What is different for some methods.
	 *
	 * @param match Name of a method, or a pattern with *.
	 * @param timeout Deadline of these methods, 0 for none.
	 * @param maxResponseSize Largest body of an answer to these methods that is read.
	 * @param log Whether these methods are logged.
	 */
	record Method(@Nullable String match, @Nullable Duration timeout, @Nullable DataSize maxResponseSize,
			@Nullable Boolean log) {

	}

}
