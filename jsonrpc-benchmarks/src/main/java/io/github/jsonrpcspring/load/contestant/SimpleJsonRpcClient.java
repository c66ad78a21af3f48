package io.github.jsonrpcspring.load.contestant;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

import com.github.arteam.simplejsonrpc.client.JsonRpcClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * simple-json-rpc, which wants a transport of one's own: Apache HttpClient 5.
 */
final class SimpleJsonRpcClient implements Client.Blocking {

	private final AtomicLong ids = new AtomicLong();

	private final CloseableHttpClient http = HttpComponents.httpClient();

	private final JsonRpcClient client;

	SimpleJsonRpcClient(URI uri) {
		this.client = new JsonRpcClient((request) -> post(uri, request));
	}

	private String post(URI uri, String request) throws IOException {
		HttpPost post = new HttpPost(uri);
		post.setEntity(new StringEntity(request, ContentType.APPLICATION_JSON));
		return this.http.execute(post, (response) -> {
			if (response.getCode() != 200) {
				throw new IOException("Status " + response.getCode());
			}
			return EntityUtils.toString(response.getEntity());
		});
	}

	@Override
	public int add(int a, int b) {
		return this.client.createRequest()
			.method("add")
			.id(this.ids.incrementAndGet())
			.params(a, b)
			.returnAs(Integer.class)
			.execute();
	}

	@Override
	public void close() {
		this.http.close(CloseMode.IMMEDIATE);
	}

}
