package io.github.jsonrpcspring.integration.application;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcTemplate;
import io.github.jsonrpcspring.integration.server.KeyStore;
import io.github.jsonrpcspring.integration.server.RealServer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The clients of a started application, all of one server.
 */
public final class Clients implements AutoCloseable {

	private final Target target;

	private final Relay relay;

	private final ConfigurableApplicationContext context;

	private Clients(Target target, Relay relay, ConfigurableApplicationContext context) {
		this.target = target;
		this.relay = relay;
		this.context = context;
	}

	/**
	 * Start an application.
	 * @param target the server and the HTTP client
	 * @param url the URL of the server
	 * @param keyStore what the clients trust
	 */
	public static Clients start(Target target, URI url, KeyStore keyStore) throws Exception {
		Relay relay = Relay.to(url.getPort());
		try {
			Map<String, Object> properties = properties(target, url, relay);
			if (url.getScheme().equals("https")) {
				properties.put("jsonrpc.defaults.ssl.bundle", "server");
				properties.put("spring.ssl.bundle.jks.server.truststore.location", keyStore.file().toUri().toString());
				properties.put("spring.ssl.bundle.jks.server.truststore.password", KeyStore.PASSWORD);
				properties.put("spring.ssl.bundle.jks.server.truststore.type", "PKCS12");
			}
			return new Clients(target, relay,
					new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
						.properties(properties)
						.run());
		}
		catch (RuntimeException ex) {
			relay.close();
			throw ex;
		}
	}

	private static Map<String, Object> properties(Target target, URI url, Relay relay) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		properties.put("logging.level.jsonrpc.client", "error");
		properties.putAll(target.connector().properties());
		for (String client : new String[] { "lenient", "strict", "off", "hex", "random", "uuid", "split", "singly",
				"named" }) {
			properties.put("jsonrpc.clients." + client + ".url", url.toString());
		}
		properties.put("jsonrpc.clients.relayed.url", url.getScheme() + "://127.0.0.1:" + relay.port() + url.getPath());
		properties.put("jsonrpc.clients.lenient.primary", "true");
		properties.put("jsonrpc.clients.strict.validation", "strict");
		properties.put("jsonrpc.clients.off.validation", "off");
		properties.put("jsonrpc.clients.hex.id-strategy", "hex");
		properties.put("jsonrpc.clients.random.id-strategy", "random");
		properties.put("jsonrpc.clients.uuid.id-strategy", "uuid");
		properties.put("jsonrpc.clients.split.batch.max-size", "300");
		properties.put("jsonrpc.clients.singly.batch.enabled", "false");
		properties.put("jsonrpc.clients.named.version", "2.0");
		properties.put("jsonrpc.clients.named.params", "named");
		if (target.server() == RealServer.JAYSON_1_0) {
			properties.put("jsonrpc.defaults.version", "1.0");
		}
		return properties;
	}

	/**
	 * Return the server that is called.
	 */
	public RealServer server() {
		return this.target.server();
	}

	/**
	 * Return what stands between the server and the client {@code relayed}.
	 */
	public Relay relay() {
		return this.relay;
	}

	/**
	 * Return the client that injection points get which name none.
	 */
	public JsonRpcTemplate blocking() {
		return this.context.getBean(JsonRpcTemplate.class);
	}

	public JsonRpcTemplate blocking(String client) {
		return this.context.getBean(client + "JsonRpcTemplate", JsonRpcTemplate.class);
	}

	/**
	 * Return the same client for reactive callers. Where the transport blocks there is no
	 * bean for it.
	 */
	public ReactiveJsonRpcTemplate reactive() {
		return this.target.connector().isBlocking() ? blocking().reactive()
				: this.context.getBean(ReactiveJsonRpcTemplate.class);
	}

	/**
	 * Return the client for batches: one that sends the requests singly where the server
	 * knows no batches.
	 */
	public JsonRpcTemplate batching() {
		return batching("lenient");
	}

	/**
	 * Return a client for batches, by its name where the server knows batches.
	 */
	public JsonRpcTemplate batching(String client) {
		return blocking((server() == RealServer.JAYSON_1_0) ? "singly" : client);
	}

	public <T> T proxy(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		try (this.relay) {
			this.context.close();
		}
	}

}
