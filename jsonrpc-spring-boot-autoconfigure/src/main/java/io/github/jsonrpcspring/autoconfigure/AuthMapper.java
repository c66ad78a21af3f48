package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Auth;
import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcClientSettingsBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Maps the URL and the credentials of a client, of which there may be one kind.
 */
final class AuthMapper {

	static final String BASIC_FILE = "auth.basic.file";

	static final String TOKEN_FILE = "auth.bearer.token-file";

	static final String REGISTRATION_ID = "auth.oauth2.registration-id";

	private final MergedProperties properties;

	private final JsonRpcClientSettingsBuilder builder;

	private final List<String> kinds = new ArrayList<>();

	private AuthMapper(MergedProperties properties, JsonRpcClientSettingsBuilder builder) {
		this.properties = properties;
		this.builder = builder;
	}

	static void map(MergedProperties properties, Client client, JsonRpcClientSettingsBuilder builder) {
		new AuthMapper(properties, builder).map(client);
	}

	/**
	 * Find what authenticates a client: {@code url} or a key, {@code null} if nothing
	 * does.
	 */
	static @Nullable String findKind(MergedProperties properties, Client client) {
		AuthMapper mapper = new AuthMapper(properties, JsonRpcClientSettings.builder(properties.name()));
		mapper.map(client);
		return mapper.kinds.isEmpty() ? null : mapper.kinds.get(0);
	}

	private void map(Client client) {
		mapUrl(client.getUrl());
		mapDefaultHeader();
		mapAuth(client.getAuth());
	}

	private void mapDefaultHeader() {
		this.properties.client()
			.getDefaultHeader()
			.keySet()
			.stream()
			.filter(HttpHeaders.AUTHORIZATION::equalsIgnoreCase)
			.forEach((name) -> add("default-header." + name));
	}

	private void mapUrl(@Nullable String url) {
		if (url == null || url.isBlank()) {
			return;
		}
		Setting<String> setting = new Setting<>(this.properties.key("url"), url);
		String target = Secrets.resolved(setting);
		JsonRpcClientSettings parsed = parse(setting, target);
		this.builder.url(target);
		if (parsed.headers().containsHeader(HttpHeaders.AUTHORIZATION)) {
			add("url");
		}
	}

	private JsonRpcClientSettings parse(Setting<String> setting, String url) {
		try {
			JsonRpcClientSettings parsed = JsonRpcClientSettings.builder(this.properties.name()).url(url).build();
			int port = (parsed.target() != null) ? parsed.target().getPort() : -1;
			if (port == 0 || port > 65535) {
				throw new IllegalArgumentException("The port is not between 1 and 65535");
			}
			return parsed;
		}
		catch (IllegalArgumentException ex) {
			throw setting.refuse("is no address of a server: " + ex.getMessage(),
					"Write the whole address, such as 'https://rpc.example.com/path', and encode special characters.");
		}
	}

	private void mapAuth(Auth auth) {
		withPair("auth.basic", "username", auth.getBasic().getUsername(), "password", auth.getBasic().getPassword(),
				this::basic);
		withPair("auth.header", "name", auth.getHeader().getName(), "value", auth.getHeader().getValue(), this::header);
		if (auth.getBearer().getToken() != null) {
			bearer(auth.getBearer().getToken());
			add("auth.bearer");
		}
		addIfSet(BASIC_FILE, auth.getBasic().getFile());
		addIfSet(TOKEN_FILE, auth.getBearer().getTokenFile());
		addIfSet(REGISTRATION_ID, auth.getOauth2().getRegistrationId());
	}

	private void withPair(String key, String firstName, @Nullable String first, String secondName,
			@Nullable String second, Pair action) {
		if (first == null && second == null) {
			return;
		}
		Setting<String> one = required(key, firstName, first, secondName);
		Setting<String> other = required(key, secondName, second, firstName);
		action.apply(one, other);
		add(key);
	}

	private Setting<String> required(String key, String name, @Nullable String value, String other) {
		Setting<String> setting = new Setting<>(this.properties.key(key + "." + name), (value != null) ? value : "");
		if (value == null) {
			throw setting.refuse("is missing, while '" + this.properties.key(key + "." + other) + "' is set",
					"Set both or none.");
		}
		Secrets.resolved(setting);
		return setting;
	}

	private void basic(Setting<String> username, Setting<String> password) {
		if (username.value().contains(":")) {
			throw username.refuse("has a colon, which Basic authentication cannot carry in a user name",
					"Put what follows the colon into 'password' if it is the password.");
		}
		if (username.value().isEmpty() && password.value().isEmpty()) {
			throw password.refuse("is empty, and so is the user name", "Set one of them, or remove both.");
		}
		this.builder.basicAuth(username.value(), password.value());
	}

	private void header(Setting<String> name, Setting<String> value) {
		HeaderMapper.checkName(name.value(), name);
		if (value.value().isBlank()) {
			throw value.refuse("is blank", "Set it to the secret that the server wants, or remove 'auth.header'.");
		}
		this.builder.header(name.value(), Secrets.headerValue(value));
	}

	private void bearer(String token) {
		Setting<String> setting = new Setting<>(this.properties.key("auth.bearer.token"), token);
		Secrets.resolved(setting);
		if (!Secrets.isToken(token)) {
			throw setting.refuse("is blank, or has a blank, a line break or a character that a token cannot have",
					"Set it to the token alone, without the word 'Bearer'.");
		}
		this.builder.bearerAuth(token);
	}

	/**
	 * Take note of credentials that {@link Authentications} reads.
	 */
	private void addIfSet(String kind, @Nullable String value) {
		if (value != null) {
			add(kind);
		}
	}

	private void add(String kind) {
		this.kinds.add(kind);
		if (this.kinds.size() > 1) {
			throw new JsonRpcConfigurationException(this.properties.key(kind),
					"authenticates, and so does '" + this.properties.key(this.kinds.get(0)) + "'"
							+ (this.kinds.get(0).equals("url") ? " by the user name in it" : ""),
					"Use one kind of authentication: a user name in the URL, 'auth.basic', 'auth.bearer', "
							+ "'auth.header', 'auth.oauth2' or a default header; and either a file or a value.");
		}
	}

	@FunctionalInterface
	private interface Pair {

		void apply(Setting<String> first, Setting<String> second);

	}

}
