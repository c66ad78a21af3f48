package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;

import io.netty.channel.Channel;
import io.netty.handler.codec.CodecException;
import io.netty.handler.timeout.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.AbortedException;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.PrematureCloseException;

/**
 * What the transport has to know of Reactor Netty, which may be absent.
 */
final class ReactorNettySupport {

	private static final String NO_RESPONSE = "Connection prematurely closed BEFORE response";

	private static final String BEFORE_SEND = String.valueOf(AbortedException.beforeSend().getMessage());

	/**
	 * Where the pool had two connections one after the other that were closed already.
	 */
	private static final String NO_CONNECTION = "Error while acquiring from ";

	private ReactorNettySupport() {
	}

	/**
	 * Return what closes the connection of a request, unless it serves another one, as
	 * all that speak HTTP/2 may, and releases what came of a body that nobody asked for.
	 */
	static @Nullable Runnable dropHook(Object nativeRequest) {
		if (nativeRequest instanceof ChannelOperations<?, ?> operations) {
			Channel channel = operations.channel();
			return () -> drop(channel, operations);
		}
		return null;
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private static void drop(Channel channel, ChannelOperations<?, ?> own) {
		if (!channel.eventLoop().inEventLoop()) {
			channel.eventLoop().execute(() -> drop(channel, own));
			return;
		}
		ChannelOperations<?, ?> current = ChannelOperations.get(channel);
		boolean http2 = channel.pipeline().get(NettyPipeline.H2MultiplexHandler) != null;
		if (!http2 && (current == null || current == own)) {
			channel.close();
		}
		// That of another request is not touched: what has come is queued with its own
		own.receive().subscribe((buffer) -> {
		}, (failure) -> {
		});
	}

	static Throwable translate(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof NothingWrittenException) {
				return cause;
			}
		}
		String message = String.valueOf(error.getMessage());
		if ((error instanceof AbortedException && message.equals(BEFORE_SEND))
				|| (error.getClass() == IOException.class && message.startsWith(NO_CONNECTION))) {
			return new NothingWrittenException(error);
		}
		if (error instanceof PrematureCloseException && message.equals(NO_RESPONSE)) {
			return new NoResponseException(error);
		}
		if (error instanceof TimeoutException) {
			return new SocketTimeoutException("No data came within the read timeout").initCause(error);
		}
		if (error instanceof CodecException) {
			return (error.getCause() instanceof IOException cause) ? cause : noHttp(error);
		}
		return error;
	}

	static IOException noHttp(Throwable cause) {
		return new IOException("The answer is no complete HTTP message", cause);
	}

}
