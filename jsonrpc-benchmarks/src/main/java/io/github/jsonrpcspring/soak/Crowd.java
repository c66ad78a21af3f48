package io.github.jsonrpcspring.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Lets many callers work at a time, and waits for them as long as anything happens.
 */
final class Crowd {

	private final SoakOptions options;

	private final Ledger ledger;

	Crowd(SoakOptions options, Ledger ledger) {
		this.options = options;
		this.ledger = ledger;
	}

	/**
	 * Run callers that share their work.
	 */
	void run(Runnable caller) throws InterruptedException {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("caller-");
		executor.setVirtualThreads(this.options.isVirtual());
		executor.setDaemon(true);
		CountDownLatch done = new CountDownLatch(this.options.callers());
		for (int i = 0; i < this.options.callers(); i++) {
			executor.execute(() -> {
				try {
					caller.run();
				}
				finally {
					done.countDown();
				}
			});
		}
		// Waits for its own calls as long, so that it may take that long twice
		Duration patience = this.options.patience().multipliedBy(2);
		long ended;
		do {
			ended = this.ledger.ended();
		}
		while (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS) && this.ledger.ended() > ended);
	}

}
