package io.github.jsonrpcspring.load.measure;

import io.github.jsonrpcspring.load.contestant.Client;
import reactor.core.publisher.Mono;

/**
 * Makes one call after the other until the time is over, at least one, and checks each
 * result.
 */
final class Caller {

	private final Numbers numbers = new Numbers();

	private final Latencies latencies = new Latencies();

	Latencies latencies() {
		return this.latencies;
	}

	void run(Client.Blocking client, long end) {
		long start = System.nanoTime();
		do {
			int number = this.numbers.next();
			Numbers.check(number, client.add(number, Numbers.ADDEND));
			start = lap(start);
		}
		while (start < end);
	}

	void batches(Client.Batch client, int size, long end) {
		long start = System.nanoTime();
		do {
			int[] batch = this.numbers.next(size);
			Numbers.check(batch, client.add(batch, Numbers.ADDEND));
			start = lap(start);
		}
		while (start < end);
	}

	Mono<Void> lane(Client.Reactive client, long end) {
		return Mono.defer(() -> {
			long start = System.nanoTime();
			int number = this.numbers.next();
			return client.add(number, Numbers.ADDEND).doOnNext((sum) -> {
				Numbers.check(number, sum);
				lap(start);
			});
		}).repeat(() -> System.nanoTime() < end).then();
	}

	private long lap(long start) {
		long now = System.nanoTime();
		this.latencies.add(now - start);
		return now;
	}

}
