package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.TestCertificate;
import io.github.jsonrpcspring.testsupport.TlsServerSockets;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HttpComponentsHttpClients} and what only Apache HttpComponents does.
 */
class HttpComponentsHttpClientsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final TestCertificate AUTHORITY = TestCertificate.authority("authority");

	/**
	 * A connection to a proxy has had an answer before it speaks TLS, and tickets of the
	 * server lie on it after the handshake.
	 */
	@RepeatedTest(5)
	void httpsThroughAProxyTakesOneConnection() throws Exception {
		try (RawHttpServer server = RawHttpServer.start(
				new TlsServerSockets("TLSv1.3", AUTHORITY.issue("server", "localhost")),
				RawHttpServer.script((request) -> RawAnswer.json(request.text())));
				ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread tunnels = new Thread(() -> acceptTunnels(proxy, server.port()));
			tunnels.setDaemon(true);
			tunnels.start();
			JsonRpcTransport transport = transport(proxy.getLocalPort(), server.port());
			for (int i = 0; i < 5; i++) {
				JsonRpcTransportResponse response = transport.exchange(TestConnector.request("\"" + i + "\""))
					.block(PATIENCE);
				assertThat(response).isNotNull().extracting(TestConnector::text).isEqualTo("\"" + i + "\"");
			}
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	private static JsonRpcTransport transport(int proxy, int server) {
		PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setTlsSocketStrategy(new DefaultClientTlsStrategy(AUTHORITY.issue("client").serverContext(AUTHORITY)));
		HttpComponentsHttpClients.customize(connections);
		HttpClientBuilder client = HttpClientBuilder.create()
			.setConnectionManager(connections.build())
			.setProxy(new HttpHost("127.0.0.1", proxy));
		HttpComponentsHttpClients.customize(client);
		HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(client.build());
		HttpComponentsHttpClients.customize(factory);
		return RestClientJsonRpcTransport.create(RestClient.builder(), factory,
				URI.create("https://localhost:" + server + "/"));
	}

	private static void acceptTunnels(ServerSocket proxy, int server) {
		try {
			while (true) {
				Socket client = proxy.accept();
				Socket tunnel = new Socket(InetAddress.getLoopbackAddress(), server);
				readHead(client.getInputStream());
				client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				copy(client, tunnel);
				copy(tunnel, client);
			}
		}
		catch (IOException ex) {
			// The proxy was closed
		}
	}

	private static void readHead(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) input.read());
		}
	}

	private static void copy(Socket from, Socket to) {
		Thread thread = new Thread(() -> {
			try (from; to) {
				from.getInputStream().transferTo(to.getOutputStream());
			}
			catch (IOException ex) {
				// The other direction has ended
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

}
