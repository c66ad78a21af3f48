package io.github.jsonrpcspring.client.transport;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * The transports that every test of what is sent and read runs with.
 */
enum TestTransport {

	REACTOR_NETTY((target, defaults) -> webClient(TestConnector.REACTOR_NETTY, target, defaults)),

	JDK((target, defaults) -> webClient(TestConnector.JDK, target, defaults)),

	REST_CLIENT_HTTP_COMPONENTS(restClient(DefaultRequestFactory.create())),

	REST_CLIENT_JDK(restClient(DefaultRequestFactory.jdk()));

	private final BiFunction<URI, HttpHeaders, JsonRpcTransport> factory;

	TestTransport(BiFunction<URI, HttpHeaders, JsonRpcTransport> factory) {
		this.factory = factory;
	}

	private static JsonRpcTransport webClient(TestConnector connector, URI target, HttpHeaders defaults) {
		return WebClientJsonRpcTransport
			.create(connector.webClient().defaultHeaders((headers) -> headers.putAll(defaults)).build(), target);
	}

	private static BiFunction<URI, HttpHeaders, JsonRpcTransport> restClient(ClientHttpRequestFactory factory) {
		return (target, defaults) -> RestClientJsonRpcTransport
			.create(RestClient.builder().defaultHeaders((headers) -> headers.putAll(defaults)), factory, target);
	}

	JsonRpcTransport create(URI target) {
		return create(target, HttpHeaders.EMPTY);
	}

	/**
	 * Create a transport, one that blocks on a thread of its own.
	 * @param defaults the headers that the HTTP client adds to each request
	 */
	JsonRpcTransport create(URI target, HttpHeaders defaults) {
		JsonRpcTransport transport = this.factory.apply(target, defaults);
		return transport.isBlocking() ? new Offloaded(transport) : transport;
	}

	private record Offloaded(JsonRpcTransport transport) implements JsonRpcTransport {

		@Override
		public Mono<JsonRpcTransportResponse> exchange(JsonRpcTransportRequest request) {
			return this.transport.exchange(request).subscribeOn(Schedulers.boundedElastic());
		}

		@Override
		public <T> Mono<T> stream(JsonRpcTransportRequest request,
				Function<? super JsonRpcTransportStream, Mono<T>> reader) {
			return this.transport
				.stream(request,
						(stream) -> reader
							.apply(stream.mapBody((body) -> body.subscribeOn(Schedulers.boundedElastic()))))
				.subscribeOn(Schedulers.boundedElastic());
		}

	}

}
