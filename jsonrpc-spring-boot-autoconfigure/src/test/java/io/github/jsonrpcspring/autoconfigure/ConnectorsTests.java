package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

class ConnectorsTests {

	private static final HttpClientSettings SETTINGS = HttpClientSettings.defaults()
		.withConnectTimeout(Duration.ofSeconds(1));

	@Test
	void clientsWithEqualSettingsShareAConnector() {
		Connectors connectors = connectors(ClientHttpConnectorBuilder.reactor());
		ClientHttpConnector connector = connectors.get(SETTINGS);
		assertThat(connectors.get(HttpClientSettings.defaults().withConnectTimeout(Duration.ofSeconds(1))))
			.isSameAs(connector);
		assertThat(connectors.get(SETTINGS.withReadTimeout(Duration.ofSeconds(1)))).isNotSameAs(connector);
	}

	@Test
	void reactorNettyIsMadeCarefulWithIdleConnections() {
		reactor.netty.http.client.HttpClient client = (reactor.netty.http.client.HttpClient) ReflectionTestUtils
			.getField(connectors(ClientHttpConnectorBuilder.reactor()).get(SETTINGS), "httpClient");
		assertThat(client).isNotNull();
		assertThat(client.configuration().doOnChannelInit().getClass().getName())
			.contains("io.github.jsonrpcspring.client.transport");
	}

	@Test
	void customizationsOfTheApplicationAreKept() {
		ClientHttpConnectorBuilder<?> builder = ClientHttpConnectorBuilder.reactor()
			.withHttpClientCustomizer((client) -> client.headers((headers) -> headers.set("X-Custom", "yes")));
		reactor.netty.http.client.HttpClient client = (reactor.netty.http.client.HttpClient) ReflectionTestUtils
			.getField(connectors(builder).get(SETTINGS), "httpClient");
		assertThat(client).isNotNull();
		assertThat(client.configuration().headers().get("X-Custom")).isEqualTo("yes");
	}

	@Test
	void jdkClientOffersNoUpgrade() {
		assertThat(version(ClientHttpConnectorBuilder.jdk())).isEqualTo(HttpClient.Version.HTTP_1_1);
	}

	@Test
	void jdkClientOffersNoUpgradeEvenIfACustomizerChoseAnotherVersion() {
		assertThat(version(ClientHttpConnectorBuilder.jdk()
			.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_2))))
			.isEqualTo(HttpClient.Version.HTTP_1_1);
	}

	@Test
	void builderAroundTheOneOfTheJdkChoosesTheVersion() {
		ClientHttpConnectorBuilder<?> jdk = ClientHttpConnectorBuilder.jdk()
			.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_2));
		assertThat(version((settings) -> jdk.build(settings))).isEqualTo(HttpClient.Version.HTTP_2);
	}

	private static HttpClient.Version version(ClientHttpConnectorBuilder<?> builder) {
		HttpClient client = (HttpClient) ReflectionTestUtils.getField(connectors(builder).get(SETTINGS), "httpClient");
		assertThat(client).isNotNull();
		return client.version();
	}

	@Test
	void whatIsCreatedIsClosed() throws IOException {
		ClientHttpConnector connector = mock(ClientHttpConnector.class,
				withSettings().extraInterfaces(Closeable.class));
		ClientHttpConnector failing = mock(ClientHttpConnector.class, withSettings().extraInterfaces(Closeable.class));
		willThrow(new IOException("test")).given((Closeable) failing).close();
		Connectors connectors = connectors(
				(settings) -> (settings != null && settings.readTimeout() != null) ? failing : connector);
		connectors.get(SETTINGS);
		connectors.get(SETTINGS.withReadTimeout(Duration.ofSeconds(1)));
		assertThatNoException().isThrownBy(connectors::destroy);
		then((Closeable) connector).should().close();
		then((Closeable) failing).should().close();
	}

	@Test
	void onlyReactorNettyCannotHandleCookies() {
		assertThat(connectors(ClientHttpConnectorBuilder.reactor()).canHandleCookies()).isFalse();
		assertThat(connectors(ClientHttpConnectorBuilder.jdk()).canHandleCookies()).isTrue();
	}

	private static Connectors connectors(ClientHttpConnectorBuilder<?> builder) {
		return new Connectors(() -> builder, new WatchedSslBundles(null));
	}

}
