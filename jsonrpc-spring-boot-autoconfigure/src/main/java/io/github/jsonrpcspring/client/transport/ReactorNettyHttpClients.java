package io.github.jsonrpcspring.client.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
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

	private static final String BROKEN = "jsonrpc.brokenBody";

	private static final String BYTES = "jsonrpc.bytes";

	private static final String IDLE = "jsonrpc.idleState";

	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(30);

	private ReactorNettyHttpClients() {
	}

	/**
	 * Make the client careful with the connections it uses more than once.
	 * <p>
	 * On connections that speak nothing but HTTP/1.1
	 * <ul>
	 * <li>bytes that come while no request waits for an answer close the connection; they
	 * are never taken for the answer to a later request;</li>
	 * <li>an answer that is no HTTP, or does not decompress, closes its connection;</li>
	 * <li>interim answers are passed over, but one that switches protocols is none;</li>
	 * <li>a request that says {@code Connection: close} is the last one, whatever the
	 * server says;</li>
	 * <li>30 seconds without use close the connection: less than the minute after which
	 * load balancers forget it silently;</li>
	 * <li>a server that closes its connections without saying so does not make the next
	 * request fail. A written request is never repeated, so the closing has to be noticed
	 * before: the first time a connection to a server is used again, the request waits
	 * until 50 ms have passed since the answer. If the server closes in that time, the
	 * request goes to a new connection, and for the next minute connections to that
	 * server are used once only. After a second answer on one connection nothing waits
	 * any more.</li>
	 * </ul>
	 * There is no need for {@link HttpClient#disableRetry(boolean)}: Reactor Netty (1.3)
	 * itself sends a request again only where its headers had not been sent.
	 * <p>
	 * What is learned of servers belongs to the returned client and to those derived from
	 * it.
	 * @param httpClient the client to start from
	 * @return the changed client
	 */
	public static HttpClient customize(HttpClient httpClient) {
		ServerHabits habits = new ServerHabits();
		return httpClient.doOnChannelInit((observer, channel, remoteAddress) -> {
			ChannelPipeline pipeline = channel.pipeline();
			if (remoteAddress != null && pipeline.get(NettyPipeline.HttpCodec) instanceof HttpClientCodec) {
				ConnectionGuard guard = new ConnectionGuard(habits, remoteAddress);
				pipeline.addAfter(NettyPipeline.HttpCodec, GUARD, guard);
				pipeline.addBefore(NettyPipeline.HttpCodec, BYTES, guard.bytes());
				pipeline.addBefore(GUARD, IDLE,
						new IdleStateHandler(0, 0, MAX_IDLE_TIME.toMillis(), TimeUnit.MILLISECONDS));
				if (pipeline.get(NettyPipeline.HttpDecompressor) != null) {
					pipeline.addAfter(NettyPipeline.HttpDecompressor, BROKEN, BrokenBodyHandler.INSTANCE);
				}
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
