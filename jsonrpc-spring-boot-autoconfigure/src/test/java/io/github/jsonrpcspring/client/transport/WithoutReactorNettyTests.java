package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the transport where Reactor Netty and Netty are absent.
 */
class WithoutReactorNettyTests {

	@Test
	void transportUsesTheClientOfTheJdk() throws Exception {
		try (RawHttpServer server = RawHttpServer.answering(RawAnswer.json("{}"))) {
			assertThat(exchange(server)).isEqualTo("200 {}");
			assertThat(server.requests().get(0).header("User-Agent")).startsWith("Java-http-client");
		}
	}

	@Test
	void errorsAreTranslated() throws Exception {
		try (RawHttpServer server = RawHttpServer.start((connection) -> {
			connection.read();
			connection.close();
		})) {
			assertThat(exchange(server)).isEqualTo("NoResponseException");
			assertThat(server.requests()).hasSize(1);
		}
	}

	@SuppressWarnings("unchecked")
	private static String exchange(RawHttpServer server) throws Exception {
		ClassLoader classLoader = new NettyFreeClassLoader();
		assertThat(ClassUtils.isPresent("io.netty.channel.Channel", classLoader)).isFalse();
		Class<?> type = classLoader.loadClass(Exchange.class.getName());
		return ((Function<URI, String>) type.getDeclaredConstructor().newInstance()).apply(server.uri());
	}

	/**
	 * Runs one exchange, in the class loader that loaded this class.
	 */
	public static final class Exchange implements Function<URI, String> {

		/**
		 * Created by reflection.
		 */
		public Exchange() {
		}

		@Override
		public String apply(URI target) {
			return WebClientJsonRpcTransport.create(target)
				.exchange(JsonRpcTransportRequest.of(new byte[2]).build())
				.map((response) -> response.status().value() + " "
						+ new String(response.body(), StandardCharsets.UTF_8))
				.onErrorResume((error) -> Mono.just(error.getClass().getSimpleName()))
				.block(Duration.ofSeconds(10));
		}

	}

	private static final class NettyFreeClassLoader extends ClassLoader {

		NettyFreeClassLoader() {
			super(NettyFreeClassLoader.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith("io.netty.") || name.startsWith("reactor.netty.")) {
				throw new ClassNotFoundException(name);
			}
			if (!name.startsWith("io.github.jsonrpcspring.") && !name.startsWith("org.springframework.")) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : define(name);
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (@Nullable
			InputStream resource = getResourceAsStream(ClassUtils.convertClassNameToResourcePath(name) + ".class")) {
				if (resource == null) {
					throw new ClassNotFoundException(name);
				}
				byte[] bytes = resource.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
