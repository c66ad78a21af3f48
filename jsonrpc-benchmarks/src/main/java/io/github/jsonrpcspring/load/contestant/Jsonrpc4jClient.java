package io.github.jsonrpcspring.load.contestant;

import java.net.MalformedURLException;
import java.net.URI;

import com.googlecode.jsonrpc4j.JsonRpcHttpClient;

/**
 * jsonrpc4j, on {@link java.net.HttpURLConnection} as it comes.
 */
final class Jsonrpc4jClient implements Client.Blocking {

	private static final String MOST_CONNECTIONS = "http.maxConnections";

	private final JsonRpcHttpClient client;

	Jsonrpc4jClient(URI uri) {
		// It keeps five otherwise
		if (System.getProperty(MOST_CONNECTIONS) == null) {
			System.setProperty(MOST_CONNECTIONS, Integer.toString(Contestants.MOST_CONNECTIONS));
		}
		try {
			this.client = new JsonRpcHttpClient(uri.toURL());
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	@Override
	public int add(int a, int b) {
		try {
			return this.client.invoke("add", new Object[] { a, b }, Integer.class);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
