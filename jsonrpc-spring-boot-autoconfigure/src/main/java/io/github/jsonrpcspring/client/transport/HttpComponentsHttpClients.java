package io.github.jsonrpcspring.client.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * Prepares the classic client of Apache HttpComponents for JSON-RPC.
 *
 * @since 0.1.0
 */
public final class HttpComponentsHttpClients {

	private static final int MAX_CONNECTIONS_PER_SERVER = 500;

	private HttpComponentsHttpClients() {
	}

	/**
	 * Make the client careful with the connections it uses more than once, as
	 * {@link ReactorNettyHttpClients#customize} does:
	 * <ul>
	 * <li>bytes that came while no request waited for an answer close the connection
	 * before the next request is written;</li>
	 * <li>interim answers are passed over, but one that switches protocols is none;</li>
	 * <li>the head of an answer has at most 200 lines of 8 KB, and nothing before
	 * it;</li>
	 * <li>a server that closes its connections without saying so does not make the next
	 * request fail: the first time a connection to a server is used again, the request
	 * waits until 50 ms have passed since the answer. One that was not used for half a
	 * second is looked at again, which takes a millisecond.</li>
	 * </ul>
	 * A pool that has the library's limits, 5 connections for each server and 25 for all,
	 * gets 500 for each.
	 * @param builder makes the connections; it is changed
	 */
	public static void customize(PoolingHttpClientConnectionManagerBuilder builder) {
		ServerHabits habits = new ServerHabits();
		if (hasDefaultLimits(builder)) {
			builder.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
				.setMaxConnPerRoute(MAX_CONNECTIONS_PER_SERVER)
				.setMaxConnTotal(Integer.MAX_VALUE);
		}
		builder.setConnectionFactory((socket) -> GuardedConnection.create(habits, socket));
	}

	private static boolean hasDefaultLimits(PoolingHttpClientConnectionManagerBuilder builder) {
		try (PoolingHttpClientConnectionManager probe = builder.build()) {
			return probe.getDefaultMaxPerRoute() == PoolingHttpClientConnectionManager.DEFAULT_MAX_CONNECTIONS_PER_ROUTE
					&& probe.getMaxTotal() == PoolingHttpClientConnectionManager.DEFAULT_MAX_TOTAL_CONNECTIONS;
		}
	}

	/**
	 * Let the client neither repeat a request, which it does after 429 and 503, nor
	 * follow a redirect, nor decompress an answer: it does not give the connection of one
	 * back that it cannot decompress. The transport does that. Nor does it keep the
	 * connections apart that a certificate of the client was shown on, where each request
	 * would have one of its own; those that a user has authenticated, as with NTLM, it
	 * does. This replaces the builder's {@code UserTokenHandler}.
	 * @param builder makes the client; it is changed
	 */
	public static void customize(HttpClientBuilder builder) {
		builder.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableContentCompression()
			.setUserTokenHandler((route, context) -> user(HttpClientContext.cast(context)));
	}

	private static @Nullable Object user(HttpClientContext context) {
		for (AuthExchange exchange : context.getAuthExchanges().values()) {
			AuthScheme scheme = exchange.getAuthScheme();
			if (scheme != null && scheme.isConnectionBased() && scheme.getPrincipal() != null) {
				return scheme.getPrincipal();
			}
		}
		return null;
	}

	/**
	 * Let deadlines and other cancellations close the connection at once.
	 * @param factory the factory; it is changed
	 */
	public static void customize(HttpComponentsClientHttpRequestFactory factory) {
		factory.setHttpClient(new CancellableHttpClient(factory.getHttpClient()));
	}

	static HttpComponentsClientHttpRequestFactory create(Duration connectTimeout) {
		PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
				.build());
		customize(connections);
		HttpClientBuilder client = HttpClientBuilder.create()
			.setConnectionManager(connections.build())
			.disableCookieManagement();
		customize(client);
		HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(client.build());
		customize(factory);
		return factory;
	}

}
