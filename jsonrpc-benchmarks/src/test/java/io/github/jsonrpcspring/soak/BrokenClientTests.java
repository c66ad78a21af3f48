package io.github.jsonrpcspring.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.github.jsonrpcspring.client.JsonRpcClientInterceptor;
import io.github.jsonrpcspring.client.JsonRpcClientResponse;
import io.github.jsonrpcspring.client.JsonRpcIdMismatchException;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.soak.server.ServerProcess;
import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the soak is there to find, put in on purpose.
 */
class BrokenClientTests {

	private static final int SOME = 40;

	private final AtomicInteger calls = new AtomicInteger();

	/** What a test keeps for too long, to be given back at its end. */
	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void giveBack() throws IOException {
		this.end.countDown();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private SoakResult run(String options, Function<ServerProcess, JsonRpcTemplateCustomizer> customizer)
			throws InterruptedException {
		return new SoakRun(
				SoakOptions.parse(
						("--calls=1200 --callers=16 --spareThreads=8 --patience=3 " + options).strip().split(" ", -1)),
				customizer)
			.run();
	}

	private SoakResult run(JsonRpcClientInterceptor interceptor) throws InterruptedException {
		return run("--style=reactive", (server) -> (client, builder) -> builder.interceptor(interceptor));
	}

	private boolean isOneOfSome() {
		return this.calls.incrementAndGet() % SOME == 0;
	}

	@Test
	void swappedAnswersAreFound() throws InterruptedException {
		AtomicReference<JsonRpcResponse> kept = new AtomicReference<>();
		SoakResult result = run((request, chain) -> chain.next(request).map((answer) -> {
			JsonRpcResponse own = answer.response();
			JsonRpcResponse other = (own != null && !own.isError()) ? kept.getAndSet(own) : null;
			return (other != null && isOneOfSome()) ? with(answer, own, other) : answer;
		}));
		assertThat(result.failures()).contains("swapped answers");
	}

	private static JsonRpcClientResponse with(JsonRpcClientResponse answer, JsonRpcResponse own,
			JsonRpcResponse other) {
		return new JsonRpcClientResponse(answer.request(),
				JsonRpcResponse.success(own.id(), other.result()).withRequest((JsonRpcRequest) answer.request()),
				answer.status(), answer.headers());
	}

	@Test
	void aClientThatDoesNotLookAtIdsIsFound() throws InterruptedException {
		SoakResult result = run("--validation=off", (server) -> (client, builder) -> {
		});
		assertThat(result.failures()).contains("swapped answers", "unexpected outcomes");
	}

	@Test
	void aLostCallIsFound() throws InterruptedException {
		SoakResult result = run(
				(request, chain) -> (this.calls.incrementAndGet() == SOME) ? Mono.never() : chain.next(request));
		assertThat(result.failures()).contains("lost calls", "calls under way");
		assertThat(result.ledger().lost()).isPositive();
	}

	@Test
	void aRepeatedRequestIsFound() throws InterruptedException {
		SoakResult result = run((request, chain) -> isOneOfSome() ? chain.next(request).then(chain.next(request))
				: chain.next(request));
		assertThat(result.failures()).contains("repeated requests");
	}

	@Test
	void anExceptionOutsideTheTreeIsFound() throws InterruptedException {
		SoakResult result = run((request, chain) -> isOneOfSome() ? Mono.error(new IllegalStateException("broken"))
				: chain.next(request));
		assertThat(result.failures()).contains("unexpected outcomes");
	}

	@Test
	void aFailureWithoutAReasonIsFound() throws InterruptedException {
		AtomicReference<RuntimeException> kept = new AtomicReference<>();
		SoakResult result = run((request, chain) -> chain.next(request)
			.doOnError(JsonRpcIdMismatchException.class, kept::set)
			.flatMap((answer) -> (kept.get() != null && isOneOfSome()) ? Mono.error(kept.get()) : Mono.just(answer)));
		assertThat(result.failures()).contains("collateral outcomes without a reason");
	}

	@Test
	void aClientThatGivesUpIsFound() throws InterruptedException {
		AtomicReference<RuntimeException> kept = new AtomicReference<>();
		SoakResult result = run((request, chain) -> (kept.get() != null) ? Mono.error(kept.get())
				: chain.next(request)
					.doOnError(JsonRpcTransportException.class,
							(failure) -> kept.compareAndSet(null, (failure.status() == null) ? failure : null)));
		assertThat(result.failures()).contains("too many collateral outcomes");
	}

	@Test
	void aHeapThatGrowsIsFound() throws InterruptedException {
		Queue<byte[]> kept = new ConcurrentLinkedQueue<>();
		SoakResult result = run((request, chain) -> {
			kept.add(new byte[32 * 1024]);
			return chain.next(request);
		});
		assertThat(result.failures()).contains("heap not flat");
		assertThat(kept).isNotEmpty();
	}

	@Test
	void threadsThatStayAreFound() throws InterruptedException {
		SoakResult result = run((request, chain) -> {
			if (isOneOfSome()) {
				startThread();
			}
			return chain.next(request);
		});
		assertThat(result.failures()).contains("threads not flat");
	}

	private void startThread() {
		Thread thread = new Thread(() -> {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	@Test
	void connectionsThatStayAreFound() throws InterruptedException {
		SoakResult result = run("", (server) -> (client, builder) -> {
			for (int i = 0; i < SOME; i++) {
				connect(server);
			}
		});
		assertThat(result.failures()).contains("too many idle connections", "connections left open");
	}

	private void connect(ServerProcess server) {
		try {
			this.sockets.add(new Socket(server.calm().getHost(), server.calm().getPort()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void buffersThatNobodyReleasesAreFound() throws InterruptedException {
		SoakResult result = run((request, chain) -> {
			if (isOneOfSome()) {
				ByteBufAllocator.DEFAULT.directBuffer().writeByte(1);
			}
			return chain.next(request);
		});
		assertThat(result.failures()).contains("leaked buffers");
	}

}
