package io.github.jsonrpcspring.client.transport;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
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

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		if (!this.awaitingAnswer) {
			ReferenceCountUtil.release(msg);
			endedByServer();
			closeNow(ctx, ctx.newPromise());
			return;
		}
		if (msg instanceof HttpObject part && part.decoderResult().isFailure()) {
			part.setDecoderResult(DecoderResult.failure(ReactorNettySupport.noHttp(part.decoderResult().cause())));
		}
		if (msg instanceof HttpResponse response) {
			beginAnswer(ctx, response);
		}
		if (msg instanceof LastHttpContent && !this.interimAnswer) {
			endAnswer();
		}
		ctx.fireChannelRead(msg);
	}

	private void beginAnswer(ChannelHandlerContext ctx, HttpResponse response) {
		this.interimAnswer = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
		if (!this.interimAnswer) {
			this.closeExpected = !HttpUtil.isKeepAlive(response);
			if (this.lastRequest || this.habits.closesSilently(this.server)) {
				Connection.from(ctx.channel()).markPersistent(false);
			}
		}
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
