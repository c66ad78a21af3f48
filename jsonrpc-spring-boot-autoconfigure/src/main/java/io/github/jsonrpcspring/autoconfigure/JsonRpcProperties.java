package io.github.jsonrpcspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties of JSON-RPC clients. Not a bean: {@link JsonRpcPropertiesBinder} binds them,
 * as a failure must not show the secrets among them.
 */
@ConfigurationProperties(JsonRpcProperties.PREFIX)
class JsonRpcProperties {

	static final String PREFIX = "jsonrpc";

	/**
	 * Whether JSON-RPC clients are created.
	 */
	private @Nullable Boolean enabled;

	/**
	 * Settings of the clients that have no setting of their own.
	 */
	@NestedConfigurationProperty
	private final CommonProperties defaults = new CommonProperties();

	/**
	 * Clients by name. Names have lower case letters, digits and dashes.
	 */
	private final Map<String, Client> clients = new LinkedHashMap<>();

	private final Metrics metrics = new Metrics();

	public @Nullable Boolean getEnabled() {
		return this.enabled;
	}

	public void setEnabled(@Nullable Boolean enabled) {
		this.enabled = enabled;
	}

	public CommonProperties getDefaults() {
		return this.defaults;
	}

	public Map<String, Client> getClients() {
		return this.clients;
	}

	public Metrics getMetrics() {
		return this.metrics;
	}

	/**
	 * Metrics of all clients.
	 */
	static class Metrics {

		/**
		 * Most distinct methods among the tags of a metric. Calls of others are not
		 * measured.
		 */
		private @Nullable Integer maxMethodTags;

		public @Nullable Integer getMaxMethodTags() {
			return this.maxMethodTags;
		}

		public void setMaxMethodTags(@Nullable Integer maxMethodTags) {
			this.maxMethodTags = maxMethodTags;
		}

	}

	/**
	 * Properties of one client.
	 */
	static class Client extends CommonProperties {

		/**
		 * URL of the server. A user name and password in it become Basic authentication.
		 */
		private @Nullable String url;

		/**
		 * Whether this client is injected where several would fit and none is named.
		 */
		private @Nullable Boolean primary;

		private final Auth auth = new Auth();

		public @Nullable String getUrl() {
			return this.url;
		}

		public void setUrl(@Nullable String url) {
			this.url = url;
		}

		public @Nullable Boolean getPrimary() {
			return this.primary;
		}

		public void setPrimary(@Nullable Boolean primary) {
			this.primary = primary;
		}

		public Auth getAuth() {
			return this.auth;
		}

	}

	/**
	 * Credentials, of one kind at most.
	 */
	static class Auth {

		private final Basic basic = new Basic();

		private final Bearer bearer = new Bearer();

		private final Header header = new Header();

		private final Oauth2 oauth2 = new Oauth2();

		public Basic getBasic() {
			return this.basic;
		}

		public Bearer getBearer() {
			return this.bearer;
		}

		public Header getHeader() {
			return this.header;
		}

		public Oauth2 getOauth2() {
			return this.oauth2;
		}

	}

	/**
	 * A user name and password, sent as Basic authentication.
	 */
	static class Basic {

		/**
		 * User name.
		 */
		private @Nullable String username;

		/**
		 * Password.
		 */
		private @Nullable String password;

		/**
		 * File with one line 'user:password', read again when it changes.
		 */
		private @Nullable String file;

		public @Nullable String getUsername() {
			return this.username;
		}

		public void setUsername(@Nullable String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

		public @Nullable String getFile() {
			return this.file;
		}

		public void setFile(@Nullable String file) {
			this.file = file;
		}

	}

	/**
	 * A bearer token.
	 */
	static class Bearer {

		/**
		 * Token, without the word Bearer.
		 */
		private @Nullable String token;

		/**
		 * File with the token, read again when it changes.
		 */
		private @Nullable String tokenFile;

		public @Nullable String getToken() {
			return this.token;
		}

		public void setToken(@Nullable String token) {
			this.token = token;
		}

		public @Nullable String getTokenFile() {
			return this.tokenFile;
		}

		public void setTokenFile(@Nullable String tokenFile) {
			this.tokenFile = tokenFile;
		}

	}

	/**
	 * A header of the server's own.
	 */
	static class Header {

		/**
		 * Name of the HTTP header.
		 */
		private @Nullable String name;

		/**
		 * Value of the HTTP header.
		 */
		private @Nullable String value;

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public @Nullable String getValue() {
			return this.value;
		}

		public void setValue(@Nullable String value) {
			this.value = value;
		}

	}

	/**
	 * An access token of an OAuth2 provider.
	 */
	static class Oauth2 {

		/**
		 * Id of the client registration of Spring Security to get access tokens for.
		 */
		private @Nullable String registrationId;

		public @Nullable String getRegistrationId() {
			return this.registrationId;
		}

		public void setRegistrationId(@Nullable String registrationId) {
			this.registrationId = registrationId;
		}

	}

}
