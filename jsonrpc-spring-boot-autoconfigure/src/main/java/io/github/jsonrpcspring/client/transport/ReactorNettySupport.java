package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;

import io.netty.channel.Channel;
import io.netty.handler.codec.CodecException;
import io.netty.handler.timeout.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.PrematureCloseException;

/**
 * What the transport has to know of Reactor Netty, which may be absent.
 */
final class ReactorNettySupport {

	private static final String NO_RESPONSE = "Connection prematurely closed BEFORE response";

	private static final String BEFORE_SEND = String.valueOf(AbortedException.beforeSend().getMessage());

	private ReactorNettySupport() {
	}

	/**
	 * Return what closes the connection of a request, unless it serves another one.
	 */
	static @Nullable Runnable dropHook(Object nativeRequest) {
		if (nativeRequest instanceof ChannelOperations<?, ?> operations) {
			Channel channel = operations.channel();
			return () -> drop(channel, operations);
		}
		return null;
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private static void drop(Channel channel, Connection own) {
		if (!channel.eventLoop().inEventLoop()) {
			channel.eventLoop().execute(() -> drop(channel, own));
			return;
		}
		ChannelOperations<?, ?> current = ChannelOperations.get(channel);
		if (current == null || current == own) {
			channel.close();
		}
	}

	static Throwable translate(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof NothingWrittenException) {
				return cause;
			}
		}
		if (error instanceof AbortedException && BEFORE_SEND.equals(error.getMessage())) {
			return new NothingWrittenException(error);
		}
		if (error instanceof PrematureCloseException && NO_RESPONSE.equals(error.getMessage())) {
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
