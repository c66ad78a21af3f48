package io.github.jsonrpcspring.client.transport;

import java.net.ProtocolException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.channel.ChannelOperations;

/**
 * Watches one HTTP/1.1 connection: writes a request only where an answer can be expected,
 * and takes nothing for an answer that no request asked for.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ConnectionGuard extends ChannelDuplexHandler {

	/** How soon after an answer a server closes that does not say so. */
	static final Duration SETTLING_TIME = Duration.ofMillis(50);

	private final ServerHabits habits;

	private final SocketAddress server;

	private int answers;

	private long lastAnswer;

	private boolean awaitingAnswer;

	private boolean interimAnswer;

	private boolean passedOver;

	private boolean answeredInThisRead;

	private boolean lastRequest;

	private boolean closeExpected;

	private @Nullable PendingWriteQueue heldRequest;

	ConnectionGuard(ServerHabits habits, SocketAddress server) {
		this.habits = habits;
		this.server = server;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
		if (msg instanceof HttpRequest request) {
			beginRequest(ctx, request);
		}
		if (this.heldRequest != null) {
			this.heldRequest.add(msg, promise);
		}
		else {
			ctx.write(msg, promise);
		}
	}

	/**
	 * Return what watches the bytes in front of the codec, which keeps an incomplete
	 * message to itself.
	 */
	ChannelInboundHandlerAdapter bytes() {
		return new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object msg) {
				if (!refuses(ctx, msg)) {
					ctx.fireChannelRead(msg);
				}
			}

		};
	}

	private void beginRequest(ChannelHandlerContext ctx, HttpRequest request) {
		this.lastRequest = !HttpUtil.isKeepAlive(request);
		long settling = remainingSettlingTime();
		if (settling <= 0 && !this.answeredInThisRead) {
			this.awaitingAnswer = true;
			return;
		}
		this.heldRequest = new PendingWriteQueue(ctx);
		if (settling > 0) {
			ctx.executor().schedule(() -> writeHeldRequest(ctx), settling, TimeUnit.NANOSECONDS);
			ctx.read();
		}
	}

	private long remainingSettlingTime() {
		if (this.answers == 0 || this.habits.keepsOpen(this.server)) {
			return 0;
		}
		return SETTLING_TIME.toNanos() - (System.nanoTime() - this.lastAnswer);
	}

	private void writeHeldRequest(ChannelHandlerContext ctx) {
		PendingWriteQueue request = this.heldRequest;
		if (request != null) {
			this.heldRequest = null;
			this.awaitingAnswer = true;
			request.removeAndWriteAll();
			ctx.flush();
		}
	}

	private void failHeldRequest() {
		PendingWriteQueue request = this.heldRequest;
		if (request != null) {
			this.heldRequest = null;
			request.removeAndFailAll(new NothingWrittenException());
		}
	}

	/**
	 * Close the connection if something comes that no request waits for.
	 * @return whether it was refused, and released
	 */
	boolean refuses(ChannelHandlerContext ctx, Object msg) {
		if (this.awaitingAnswer) {
			return false;
		}
		ReferenceCountUtil.release(msg);
		endedByServer();
		closeNow(ctx, ctx.newPromise());
		return true;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		if (refuses(ctx, msg)) {
			return;
		}
		if (msg instanceof HttpResponse response) {
			checkStatus(response);
			beginAnswer(ctx, response);
		}
		if (msg instanceof HttpObject part && part.decoderResult().isFailure()) {
			part.setDecoderResult(DecoderResult.failure(ReactorNettySupport.noHttp(part.decoderResult().cause())));
		}
		else if (this.passedOver) {
			ReferenceCountUtil.release(msg);
			return;
		}
		if (msg instanceof LastHttpContent && !this.interimAnswer) {
			endAnswer();
		}
		ctx.fireChannelRead(msg);
	}

	/**
	 * Refuse what no later handler can make an answer of; it would never end.
	 */
	private static void checkStatus(HttpResponse response) {
		int status = response.status().code();
		if (response.decoderResult().isSuccess()
				&& (status < 100 || status > 999 || status == HttpResponseStatus.SWITCHING_PROTOCOLS.code())) {
			response.setDecoderResult(DecoderResult.failure(new ProtocolException("Unexpected status " + status)));
		}
	}

	/**
	 * An interim answer that nobody asked for is passed over (RFC 9110, section 15.2).
	 */
	private void beginAnswer(ChannelHandlerContext ctx, HttpResponse response) {
		this.interimAnswer = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
		this.passedOver = this.interimAnswer && !response.status().equals(HttpResponseStatus.CONTINUE);
		if (!this.interimAnswer) {
			this.closeExpected = !HttpUtil.isKeepAlive(response);
			if (this.lastRequest || this.habits.closesSilently(this.server) || mayHoldMore(response)) {
				Connection.from(ctx.channel()).markPersistent(false);
			}
		}
	}

	/**
	 * Whether an answer that has no body by its status was sent with one perhaps.
	 */
	private static boolean mayHoldMore(HttpResponse response) {
		int status = response.status().code();
		return status == HttpResponseStatus.NOT_MODIFIED.code() || (status == HttpResponseStatus.NO_CONTENT.code()
				&& (response.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
						|| response.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)));
	}

	private void endAnswer() {
		this.awaitingAnswer = false;
		this.answeredInThisRead = true;
		this.lastAnswer = System.nanoTime();
		this.answers++;
		if (this.answers > 1) {
			this.habits.keptOpen(this.server);
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.answeredInThisRead = false;
		if (remainingSettlingTime() <= 0) {
			writeHeldRequest(ctx);
		}
		ctx.fireChannelReadComplete();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (this.heldRequest != null) {
			endedByServer();
			closeNow(ctx, ctx.newPromise());
		}
		else {
			ctx.fireExceptionCaught(cause);
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof SslCloseCompletionEvent) {
			endedByServer();
		}
		else if (event instanceof IdleStateEvent && ChannelOperations.get(ctx.channel()) == null) {
			closeNow(ctx, ctx.newPromise());
		}
		ctx.fireUserEventTriggered(event);
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		closeNow(ctx, promise);
	}

	private void closeNow(ChannelHandlerContext ctx, ChannelPromise promise) {
		this.closeExpected = true;
		failHeldRequest();
		ctx.close(promise);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		endedByServer();
		failHeldRequest();
		ctx.fireChannelInactive();
	}

	private void endedByServer() {
		boolean soon = this.awaitingAnswer || System.nanoTime() - this.lastAnswer < SETTLING_TIME.toNanos();
		if (this.answers > 0 && soon && !this.closeExpected) {
			this.habits.closedSilently(this.server);
		}
		this.closeExpected = true;
	}

}
