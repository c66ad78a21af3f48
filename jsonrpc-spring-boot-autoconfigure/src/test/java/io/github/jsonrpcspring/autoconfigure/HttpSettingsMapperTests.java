package io.github.jsonrpcspring.autoconfigure;

import java.time.Duration;

import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import org.junit.jupiter.api.Test;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;

import static org.assertj.core.api.Assertions.assertThat;

class HttpSettingsMapperTests {

	private final Client client = new Client();

	private final CommonProperties defaults = new CommonProperties();

	@Test
	void whenNothingIsSetThenConnectTimeoutAndRedirectsAreOurs() {
		assertThat(map(HttpClientSettings.defaults())).isEqualTo(HttpClientSettings.defaults()
			.withConnectTimeout(Duration.ofSeconds(10))
			.withRedirects(HttpRedirects.DONT_FOLLOW));
	}

	@Test
	void applicationWinsOverOurs() {
		HttpClientSettings application = HttpClientSettings.defaults()
			.withConnectTimeout(Duration.ofSeconds(1))
			.withReadTimeout(Duration.ofSeconds(2))
			.withRedirects(HttpRedirects.FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE);
		assertThat(map(application)).isEqualTo(application);
	}

	@Test
	void defaultsWinOverTheApplication() {
		this.defaults.setConnectTimeout(Duration.ofSeconds(3));
		this.defaults.setReadTimeout(Duration.ofSeconds(4));
		this.defaults.setRedirects(HttpRedirects.FOLLOW_WHEN_POSSIBLE);
		this.defaults.setCookieHandling(HttpCookieHandling.ENABLE_WHEN_POSSIBLE);
		assertThat(map(HttpClientSettings.defaults()
			.withConnectTimeout(Duration.ofSeconds(1))
			.withReadTimeout(Duration.ofSeconds(2))
			.withRedirects(HttpRedirects.FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)))
			.isEqualTo(HttpClientSettings.defaults()
				.withConnectTimeout(Duration.ofSeconds(3))
				.withReadTimeout(Duration.ofSeconds(4))
				.withRedirects(HttpRedirects.FOLLOW_WHEN_POSSIBLE)
				.withCookieHandling(HttpCookieHandling.ENABLE_WHEN_POSSIBLE));
	}

	@Test
	void clientWinsOverTheDefaults() {
		this.defaults.setConnectTimeout(Duration.ofSeconds(3));
		this.defaults.setReadTimeout(Duration.ofSeconds(4));
		this.client.setConnectTimeout(Duration.ofSeconds(5));
		HttpClientSettings settings = map(HttpClientSettings.defaults());
		assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(4));
	}

	private HttpClientSettings map(HttpClientSettings application) {
		return new HttpSettingsMapper(null, application).map("node", this.client, this.defaults, false);
	}

}
