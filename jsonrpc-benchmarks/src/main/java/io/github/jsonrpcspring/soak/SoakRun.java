package io.github.jsonrpcspring.soak;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.soak.fault.Faults;
import io.github.jsonrpcspring.soak.server.Figures;
import io.github.jsonrpcspring.soak.server.Received;
import io.github.jsonrpcspring.soak.server.ServerProcess;
import reactor.core.publisher.Hooks;

/**
 * One run: starts the server and the clients, makes all calls, and measures before and
 * after.
 */
final class SoakRun {

	/** When the first measuring is: after this part of the calls. */
	private static final int WARM_UP = 10;

	private final SoakOptions options;

	private final Function<ServerProcess, JsonRpcTemplateCustomizer> customizer;

	private final Faults faults;

	private final Ledger ledger;

	SoakRun(SoakOptions options, Function<ServerProcess, JsonRpcTemplateCustomizer> customizer) {
		this.options = options;
		this.customizer = customizer;
		this.faults = new Faults(options.seed());
		this.ledger = new Ledger(options.calls());
	}

	SoakResult run() throws InterruptedException {
		Leaks leaks = Leaks.watch();
		AtomicLong dropped = new AtomicLong();
		Hooks.onErrorDropped((failure) -> dropped.incrementAndGet());
		try (ServerProcess server = new ServerProcess(this.options.seed())) {
			Measured measured = calls(server);
			int openAfterClose = Poll.until(this.options.patience(), () -> {
				System.gc();
				return server.figures().open();
			}, (open) -> open <= SoakResult.mostLeft(this.options));
			Received received = server.received();
			return new SoakResult(this.options, this.ledger, received, measured, openAfterClose, leaks.count(),
					dropped.get());
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	/**
	 * Make the calls. The clients are gone when it returns, so that they can be
	 * collected.
	 */
	private Measured calls(ServerProcess server) throws InterruptedException {
		ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
		Restarts made = new Restarts(server, this.ledger, this.options.restarts());
		Thread restarts = new Thread(made, "restarts");
		try (Clients clients = new Clients(this.options, server, this.customizer.apply(server))) {
			Referee referee = new Referee(this.faults, this.ledger);
			Calls calls = new Calls(this.faults, new Waiting(this.options, this.faults, referee, timer), referee);
			Crowd crowd = new Crowd(this.options, this.ledger);
			long start = System.nanoTime();
			int warm = this.options.calls() / WARM_UP / Faults.BLOCK * Faults.BLOCK;
			crowd.run(caller(new Blocks(0, warm), clients, calls, server));
			settle(clients, server);
			Resources before = Resources.measure();
			restarts.start();
			crowd.run(caller(new Blocks(warm, this.options.calls()), clients, calls, server));
			Duration duration = Duration.ofNanos(System.nanoTime() - start);
			restarts.join(this.options.patience().toMillis());
			int underWay = settle(clients, server);
			Resources after = Poll.until(this.options.patience(), Resources::measure,
					(now) -> now.threads() <= before.threads() + this.options.spareThreads()
							&& now.heap() <= before.heap() + SoakResult.HEAP_ALLOWANCE);
			return new Measured(before, after, server.figures(), made.done(), underWay, duration);
		}
		finally {
			restarts.interrupt();
			timer.shutdownNow();
		}
	}

	private Caller caller(Blocks blocks, Clients clients, Calls calls, ServerProcess server) {
		return new Caller(this.options, this.faults, blocks, clients, calls, server::awaitUp);
	}

	/**
	 * Wait until no call is under way and no connection is busy, as far as they get
	 * there.
	 * @return how many calls are under way
	 */
	private int settle(Clients clients, ServerProcess server) throws InterruptedException {
		int underWay = Poll.until(this.options.patience(), clients::underWay, (calls) -> calls == 0);
		Poll.until(this.options.patience(), server::figures,
				(figures) -> figures.open() <= SoakResult.mostIdle(this.options));
		return underWay;
	}

	/**
	 * What was measured while the clients were there.
	 *
	 * @param before what this process held after the warm-up
	 * @param after what it held at the end
	 * @param server what the server counted
	 * @param restarts how often the server was restarted
	 * @param underWay how many calls were under way at the end
	 * @param duration the time the calls took
	 */
	record Measured(Resources before, Resources after, Figures server, int restarts, int underWay, Duration duration) {

	}

}
