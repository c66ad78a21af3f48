package io.github.jsonrpcspring.client.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.Connection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionGuard}.
 */
@SuppressWarnings("FutureReturnValueIgnored")
class ConnectionGuardTests {

	private static final SocketAddress SERVER = InetSocketAddress.createUnresolved("server", 80);

	private final ServerHabits habits = new ServerHabits();

	private final EmbeddedChannel channel = new EmbeddedChannel(new ConnectionGuard(this.habits, SERVER));

	@AfterEach
	void finish() {
		this.channel.finishAndReleaseAll();
	}

	@Test
	void requestOnANewConnectionIsWrittenAtOnce() {
		write();
		assertThat(written()).isTrue();
	}

	@Test
	void row75RequestOnAUsedConnectionWaitsUntilTheServerCouldHaveClosedIt() {
		writeAndAnswer();
		ChannelFuture second = write();
		assertThat(written()).isFalse();
		this.channel.advanceTimeBy(ConnectionGuard.SETTLING_TIME.toMillis(), TimeUnit.MILLISECONDS);
		this.channel.runScheduledPendingTasks();
		assertThat(written()).isTrue();
		assertThat(second.isSuccess()).isTrue();
	}

	@Test
	void row75WhenServerClosesWhileARequestWaitsThenNothingIsWritten() {
		writeAndAnswer();
		ChannelFuture second = write();
		this.channel.unsafe().closeForcibly();
		this.channel.pipeline().fireChannelInactive();
		assertThat(second.cause()).isInstanceOf(NothingWrittenException.class);
		assertThat(written()).isFalse();
		assertThat(this.habits.closesSilently(SERVER)).isTrue();
	}

	@Test
	void row75WhenConnectionFailsWhileARequestWaitsThenNothingIsWritten() {
		writeAndAnswer();
		ChannelFuture second = write();
		this.channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
		assertThat(second.cause()).isInstanceOf(NothingWrittenException.class);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void row75WhenServerHasAnsweredTwiceThenNothingWaits() {
		writeAndAnswer();
		write();
		this.channel.advanceTimeBy(ConnectionGuard.SETTLING_TIME.toMillis(), TimeUnit.MILLISECONDS);
		this.channel.runScheduledPendingTasks();
		answer();
		assertThat(this.habits.keepsOpen(SERVER)).isTrue();
		assertThat(written()).isTrue();
		write();
		assertThat(written()).isTrue();
	}

	@Test
	void row75ConnectionToAServerThatClosesSilentlyIsNotUsedAgain() {
		this.habits.closedSilently(SERVER);
		writeAndAnswer();
		assertThat(Connection.from(this.channel).isPersistent()).isFalse();
	}

	@Test
	void row75WhenAMinuteHasPassedThenConnectionsAreUsedAgain() {
		this.habits.closedSilently(SERVER);
		assertThat(this.habits.closesSilently(SERVER)).isTrue();
		assertThat(this.habits.closesSilently(SERVER, System.nanoTime() + ServerHabits.MEMORY.toNanos())).isFalse();
		assertThat(this.habits.keepsOpen(SERVER)).isFalse();
	}

	@Test
	void row75WhenServerKeepsOpenAgainThenThatIsRemembered() {
		this.habits.closedSilently(SERVER);
		this.habits.keptOpen(SERVER);
		assertThat(this.habits.closesSilently(SERVER)).isFalse();
		assertThat(this.habits.keepsOpen(SERVER)).isTrue();
	}

	@Test
	void row75WhenServerSaidThatItClosesThenItDoesNotCloseSilently() {
		write();
		DefaultHttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
		response.headers().set(HttpHeaderNames.CONNECTION, "close");
		this.channel.writeInbound(response, LastHttpContent.EMPTY_LAST_CONTENT);
		this.channel.pipeline().fireChannelInactive();
		assertThat(this.habits.closesSilently(SERVER)).isFalse();
	}

	@Test
	void row75WhenTlsIsClosedAfterAnAnswerThenServerClosesSilently() {
		writeAndAnswer();
		this.channel.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);
		assertThat(this.habits.closesSilently(SERVER)).isTrue();
	}

	@Test
	void row76BytesThatNoRequestAskedForCloseTheConnection() {
		writeAndAnswer();
		assertThat(this.channel.<Object>readInbound()).isNotNull();
		assertThat(this.channel.<Object>readInbound()).isNotNull();
		DefaultHttpContent content = new DefaultHttpContent(Unpooled.copiedBuffer("stale", StandardCharsets.UTF_8));
		this.channel.writeInbound(content);
		assertThat(this.channel.<Object>readInbound()).isNull();
		assertThat(content.refCnt()).isZero();
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void row76RequestThatIsWrittenWhileAnAnswerIsReadWaitsForTheEndOfTheRead() {
		this.habits.keptOpen(SERVER);
		write();
		assertThat(written()).isTrue();
		answerWithoutEndOfRead();
		ChannelFuture second = write();
		assertThat(written()).isFalse();
		this.channel.pipeline().fireChannelReadComplete();
		assertThat(written()).isTrue();
		assertThat(second.isSuccess()).isTrue();
	}

	@Test
	void row76WhenAnotherAnswerFollowsInTheSameReadThenTheNextRequestIsNotWritten() {
		this.habits.keptOpen(SERVER);
		write();
		assertThat(written()).isTrue();
		answerWithoutEndOfRead();
		ChannelFuture second = write();
		answerWithoutEndOfRead();
		this.channel.pipeline().fireChannelReadComplete();
		assertThat(second.cause()).isInstanceOf(NothingWrittenException.class);
		assertThat(written()).isFalse();
	}

	@Test
	void interimAnswerIsNotTheAnswer() {
		write();
		this.channel.writeInbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE),
				LastHttpContent.EMPTY_LAST_CONTENT);
		answer();
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(this.channel.inboundMessages()).hasSize(4);
	}

	@Test
	void idleConnectionIsClosed() {
		writeAndAnswer();
		this.channel.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.habits.closesSilently(SERVER)).isFalse();
	}

	private void writeAndAnswer() {
		write();
		assertThat(written()).isTrue();
		answer();
	}

	private ChannelFuture write() {
		FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
				Unpooled.EMPTY_BUFFER);
		return this.channel.writeAndFlush(request);
	}

	private boolean written() {
		return this.channel.readOutbound() != null;
	}

	private void answer() {
		this.channel.writeInbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
				LastHttpContent.EMPTY_LAST_CONTENT);
	}

	private void answerWithoutEndOfRead() {
		this.channel.pipeline()
			.fireChannelRead(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK))
			.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
	}

}
