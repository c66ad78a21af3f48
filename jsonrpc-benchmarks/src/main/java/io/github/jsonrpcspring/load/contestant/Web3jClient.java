package io.github.jsonrpcspring.load.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;

/**
 * web3j's {@link HttpService}, on OkHttp as it comes.
 */
final class Web3jClient implements Client.Blocking {

	private final OkHttpClient http = HttpService.getOkHttpClientBuilder()
		// It keeps five otherwise
		.connectionPool(new ConnectionPool(Contestants.MOST_CONNECTIONS, 1, TimeUnit.MINUTES))
		.build();

	private final HttpService service;

	Web3jClient(URI uri) {
		this.service = new HttpService(uri.toString(), this.http);
	}

	@Override
	public int add(int a, int b) {
		try {
			Sum sum = new Request<>("add", List.of(a, b), this.service, Sum.class).send();
			if (sum.hasError()) {
				throw new IllegalStateException(sum.getError().getMessage());
			}
			return sum.getResult();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.http.connectionPool().evictAll();
	}

	/** The type that web3j reads. */
	public static final class Sum extends Response<Integer> {

	}

}
