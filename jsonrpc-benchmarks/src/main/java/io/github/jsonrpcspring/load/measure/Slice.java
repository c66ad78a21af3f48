package io.github.jsonrpcspring.load.measure;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.github.jsonrpcspring.load.contestant.Client;
import reactor.core.publisher.Flux;

/**
 * A while in which one client is called by some callers at a time.
 *
 * @since 0.1.0
 */
public final class Slice {

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private final Duration duration;

	/**
	 * Create a slice, which can be run again and again.
	 * @param duration how long calls are begun
	 */
	public Slice(Duration duration) {
		this.duration = duration;
	}

	/**
	 * Call the client. A wrong result and a failure end it at once.
	 * @param client the client
	 * @param calls how many calls are in each message
	 * @param count how many callers there are: threads, or lanes of a reactive client
	 * @param tally takes what comes of it
	 * @throws InterruptedException if it is interrupted
	 * @throws IllegalStateException if the client is of no use
	 */
	public void run(Client client, int calls, int count, Tally tally) throws InterruptedException {
		List<Caller> callers = Stream.generate(Caller::new).limit(count).toList();
		Usage usage = (client instanceof Client.Reactive reactive) ? lanes(reactive, callers)
				: threads(client, calls, callers);
		tally.add(callers, usage.nanos(), usage.cpuNanos());
	}

	private Usage lanes(Client.Reactive client, List<Caller> callers) {
		Usage start = usage();
		long end = start.nanos() + this.duration.toNanos();
		Flux.fromIterable(callers).flatMap((caller) -> caller.lane(client, end), callers.size()).then().block();
		return usage().since(start);
	}

	private Usage threads(Client client, int calls, List<Caller> callers) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(callers.size());
		try {
			CountDownLatch ready = new CountDownLatch(callers.size());
			CountDownLatch go = new CountDownLatch(1);
			List<Future<?>> running = new ArrayList<>();
			for (Caller caller : callers) {
				running.add(threads.submit(() -> {
					ready.countDown();
					go.await();
					call(caller, client, calls, System.nanoTime() + this.duration.toNanos());
					return null;
				}));
			}
			ready.await();
			Usage start = usage();
			go.countDown();
			for (Future<?> thread : running) {
				thread.get();
			}
			return usage().since(start);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A call failed", ex.getCause());
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void call(Caller caller, Client client, int calls, long end) {
		if (client instanceof Client.Batch batch) {
			caller.batches(batch, calls, end);
		}
		else {
			caller.run((Client.Blocking) client, end);
		}
	}

	private Usage usage() {
		return new Usage(System.nanoTime(), this.system.getProcessCpuTime());
	}

	/**
	 * Time that has passed.
	 */
	private record Usage(long nanos, long cpuNanos) {

		Usage since(Usage start) {
			return new Usage(this.nanos - start.nanos, this.cpuNanos - start.cpuNanos);
		}

	}

}
