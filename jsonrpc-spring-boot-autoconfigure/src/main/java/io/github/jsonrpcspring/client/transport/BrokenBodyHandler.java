package io.github.jsonrpcspring.client.transport;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Closes the connection of a body that cannot be decompressed; Reactor Netty would keep
 * it, and its place in the pool, for ever.
 */
@ChannelHandler.Sharable
final class BrokenBodyHandler extends ChannelInboundHandlerAdapter {

	static final BrokenBodyHandler INSTANCE = new BrokenBodyHandler();

	private BrokenBodyHandler() {
	}

	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.fireExceptionCaught(cause);
		ctx.close();
	}

}
