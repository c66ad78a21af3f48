package io.github.jsonrpcspring.client.transport;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
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

	private final ServerHabits habits;

	private final SocketAddress server;

	private final long settlingTime;

	private int answers;

	private long lastAnswer;

	private boolean awaitingAnswer;

	private boolean interimAnswer;

	private boolean answeredInThisRead;

	private boolean lastRequest;

	private boolean closeExpected;

	private boolean closingWatched;

	private @Nullable PendingWriteQueue heldRequest;

	ConnectionGuard(ServerHabits habits, SocketAddress server, Duration settlingTime) {
		this.habits = habits;
		this.server = server;
		this.settlingTime = settlingTime.toNanos();
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
		if (msg instanceof HttpRequest request) {
			begin(ctx, request);
		}
		if (this.heldRequest != null) {
			this.heldRequest.add(msg, promise);
		}
		else {
			ctx.write(msg, promise);
		}
	}

	private void begin(ChannelHandlerContext ctx, HttpRequest request) {
		this.lastRequest = !HttpUtil.isKeepAlive(request);
		long remaining = remainingSettlingTime();
		if (remaining <= 0 && !this.answeredInThisRead) {
			this.awaitingAnswer = true;
			return;
		}
		this.heldRequest = new PendingWriteQueue(ctx);
		if (remaining > 0) {
			ctx.executor().schedule(() -> writeHeldRequest(ctx), remaining, TimeUnit.NANOSECONDS);
			ctx.read();
		}
	}

	private long remainingSettlingTime() {
		if (this.answers == 0 || this.habits.keepsOpen(this.server)) {
			return 0;
		}
		return this.settlingTime - (System.nanoTime() - this.lastAnswer);
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

	private boolean failHeldRequest() {
		PendingWriteQueue request = this.heldRequest;
		this.heldRequest = null;
		if (request != null) {
			request.removeAndFailAll(new NothingWrittenException());
		}
		return request != null;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		if (!this.awaitingAnswer) {
			ReferenceCountUtil.release(msg);
			closeNow(ctx, ctx.newPromise());
			return;
		}
		if (msg instanceof HttpResponse response) {
			beginAnswer(ctx, response);
		}
		if (msg instanceof LastHttpContent && !this.interimAnswer) {
			this.awaitingAnswer = false;
			this.answeredInThisRead = true;
			this.lastAnswer = System.nanoTime();
			if (++this.answers > 1) {
				this.habits.setKeepingOpen(this.server, true);
			}
		}
		ctx.fireChannelRead(msg);
	}

	private void beginAnswer(ChannelHandlerContext ctx, HttpResponse response) {
		this.interimAnswer = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
		if (this.interimAnswer) {
			return;
		}
		this.closeExpected = !HttpUtil.isKeepAlive(response);
		this.closingWatched = !this.lastRequest && this.habits.closesSilently(this.server);
		if (this.lastRequest || this.closingWatched) {
			Connection.from(ctx.channel()).markPersistent(false);
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
		if (failHeldRequest()) {
			closeNow(ctx, ctx.newPromise());
		}
		else {
			ctx.fireExceptionCaught(cause);
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof IdleStateEvent && ChannelOperations.get(ctx.channel()) == null) {
			closeNow(ctx, ctx.newPromise());
		}
		ctx.fireUserEventTriggered(event);
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		boolean watch = this.closingWatched && !this.awaitingAnswer && ctx.channel().isActive();
		this.closingWatched = false;
		if (!watch) {
			closeNow(ctx, promise);
			return;
		}
		ctx.executor().schedule(() -> {
			if (ctx.channel().isActive()) {
				this.habits.setKeepingOpen(this.server, true);
			}
			closeNow(ctx, promise);
		}, this.settlingTime, TimeUnit.NANOSECONDS);
	}

	private void closeNow(ChannelHandlerContext ctx, ChannelPromise promise) {
		this.closeExpected = true;
		ctx.close(promise);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		boolean lost = this.awaitingAnswer || System.nanoTime() - this.lastAnswer < this.settlingTime;
		if (this.answers > 0 && lost && !this.closeExpected) {
			this.habits.setKeepingOpen(this.server, false);
		}
		failHeldRequest();
		ctx.fireChannelInactive();
	}

}
