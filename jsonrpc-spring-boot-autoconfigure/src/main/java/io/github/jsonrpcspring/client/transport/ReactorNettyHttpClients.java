package io.github.jsonrpcspring.client.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

/**
 * Prepares Reactor Netty's {@link HttpClient} for JSON-RPC.
 *
 * @since 0.1.0
 */
public final class ReactorNettyHttpClients {

	private static final String GUARD = "jsonrpc.connectionGuard";

	private static final String IDLE = "jsonrpc.idleState";

	private static final Duration SETTLING_TIME = Duration.ofMillis(50);

	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(30);

	private ReactorNettyHttpClients() {
	}

	/**
	 * Make the client careful with the connections it uses more than once.
	 * @param httpClient the client to start from
	 * @return the changed client
	 */
	public static HttpClient customize(HttpClient httpClient) {
		ServerHabits habits = new ServerHabits();
		return httpClient.doOnChannelInit((observer, channel, remoteAddress) -> {
			ChannelPipeline pipeline = channel.pipeline();
			if (remoteAddress != null && pipeline.get(NettyPipeline.HttpCodec) != null) {
				pipeline.addAfter(NettyPipeline.HttpCodec, GUARD,
						new ConnectionGuard(habits, remoteAddress, SETTLING_TIME));
				pipeline.addBefore(GUARD, IDLE,
						new IdleStateHandler(0, 0, MAX_IDLE_TIME.toMillis(), TimeUnit.MILLISECONDS));
			}
		});
	}

	static HttpClient create(Duration connectTimeout) {
		return customize(HttpClient.create()
			.protocol(HttpProtocol.HTTP11)
			.compress(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectTimeout.toMillis()));
	}

}
