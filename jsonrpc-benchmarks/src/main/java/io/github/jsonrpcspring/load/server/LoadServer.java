package io.github.jsonrpcspring.load.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;

/**
 * The program of the server: adds numbers over HTTP/1.1 on 127.0.0.1, and ends with its
 * standard input.
 *
 * @since 0.1.0
 */
public final class LoadServer {

	private static final int BACKLOG = 1024;

	private static final int LARGEST_REQUEST = 1024 * 1024;

	private LoadServer() {
	}

	/**
	 * Run the server, which says its port when it is ready.
	 * @param args none
	 * @throws IOException if standard input cannot be read
	 */
	public static void main(String[] args) throws IOException {
		PrintStream output = System.out;
		output.println(start());
		while (System.in.read() != -1) {
			// Nothing is said to the server
		}
		Runtime.getRuntime().halt(0);
	}

	private static int start() {
		EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
		Channel channel = new ServerBootstrap().group(loops)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new Connection())
			.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.syncUninterruptibly()
			.channel();
		return ((InetSocketAddress) channel.localAddress()).getPort();
	}

	private static final class Connection extends ChannelInitializer<Channel> {

		private final Adder adder = new Adder();

		@Override
		protected void initChannel(Channel channel) {
			channel.pipeline()
				.addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_REQUEST), new CallHandler(this.adder));
		}

	}

}
