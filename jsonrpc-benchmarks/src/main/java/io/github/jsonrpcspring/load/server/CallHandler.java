package io.github.jsonrpcspring.load.server;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import tools.jackson.core.JacksonException;

/**
 * Answers the requests of one connection, whatever their content type.
 */
final class CallHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

	private static final byte[] NOTHING = {};

	private final Adder adder;

	CallHandler(Adder adder) {
		this.adder = adder;
	}

	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		FullHttpResponse response = answer(request);
		boolean keepAlive = HttpUtil.isKeepAlive(request);
		HttpUtil.setKeepAlive(response, keepAlive);
		ChannelFuture written = context.writeAndFlush(response);
		if (!keepAlive) {
			written.addListener(ChannelFutureListener.CLOSE);
		}
	}

	private FullHttpResponse answer(FullHttpRequest request) {
		if (!request.decoderResult().isSuccess()) {
			return response(HttpResponseStatus.BAD_REQUEST, NOTHING);
		}
		try {
			return response(HttpResponseStatus.OK, this.adder.answer(ByteBufUtil.getBytes(request.content())));
		}
		catch (JacksonException ex) {
			return response(HttpResponseStatus.BAD_REQUEST, NOTHING);
		}
	}

	private static FullHttpResponse response(HttpResponseStatus status, byte[] body) {
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
				Unpooled.wrappedBuffer(body));
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
			.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
		return response;
	}

	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
