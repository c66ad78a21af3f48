package io.github.jsonrpcspring.autoconfigure;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.http.client.reactive.ClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * Tests for {@link WatchedSslBundles} and {@link ReloadingConnector}.
 */
class WatchedSslBundlesTests {

	private final SslBundle first = SslBundle.of(SslStoreBundle.NONE);

	private final SslBundle second = SslBundle.of(SslStoreBundle.NONE);

	private final DefaultSslBundleRegistry registry = new DefaultSslBundleRegistry("mine", this.first);

	private final WatchedSslBundles bundles = new WatchedSslBundles(this.registry);

	private final List<SslBundle> used = new ArrayList<>();

	@Test
	void connectorFollowsUpdates() {
		connector(this.first);
		this.registry.updateBundle("mine", this.second);
		assertThat(this.used).containsExactly(this.first, this.second);
	}

	@Test
	void whatWasUpdatedBeforeIsUsedAsItIsNow() {
		this.registry.updateBundle("mine", this.second);
		connector(this.first);
		SslBundle third = SslBundle.of(SslStoreBundle.NONE);
		this.registry.updateBundle("mine", third);
		assertThat(this.used).containsExactly(this.second, third);
	}

	@Test
	void whenAnUpdateCannotBeUsedThenLaterConnectorsUseTheOldBundleToo() {
		connector(this.first);
		this.registry.updateBundle("mine", mock(SslBundle.class));
		connector(this.first);
		assertThat(this.used).containsExactly(this.first, this.first);
	}

	@Test
	void bundleThatIsNotRegisteredIsNotWatched() {
		SslBundle own = SslBundle.of(SslStoreBundle.NONE);
		assertThat(connector(own)).isNotInstanceOf(ReloadingConnector.class);
		assertThat(this.used).containsExactly(own);
	}

	@Test
	void closedContextMakesNoMoreConnectors() {
		connector(this.first);
		this.bundles.destroy();
		this.registry.updateBundle("mine", this.second);
		assertThat(this.used).containsExactly(this.first);
	}

	@Test
	void closedConnectorIsNotReplaced() throws Exception {
		ReloadingConnector connector = (ReloadingConnector) connector(this.first);
		connector.close();
		this.registry.updateBundle("mine", this.second);
		assertThat(this.used).containsExactly(this.first);
	}

	@Test
	void connectorIsClosedWithTheUpdateAfterTheNext() throws Exception {
		List<ClientHttpConnector> made = new ArrayList<>();
		this.bundles.connector(this.first, (bundle) -> {
			ClientHttpConnector connector = mock(ClientHttpConnector.class,
					withSettings().extraInterfaces(Closeable.class));
			made.add(connector);
			return connector;
		});
		this.registry.updateBundle("mine", this.second);
		then((Closeable) made.get(0)).shouldHaveNoInteractions();
		this.registry.updateBundle("mine", this.first);
		then((Closeable) made.get(0)).should().close();
		then((Closeable) made.get(1)).shouldHaveNoInteractions();
	}

	private ClientHttpConnector connector(SslBundle bundle) {
		return this.bundles.connector(bundle, (current) -> {
			if (current != this.first && current.getStores() == null) {
				throw new IllegalStateException("broken");
			}
			this.used.add(current);
			return (method, uri, callback) -> Mono.empty();
		});
	}

}
