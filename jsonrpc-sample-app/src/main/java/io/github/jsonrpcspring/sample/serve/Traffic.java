package io.github.jsonrpcspring.sample.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcBatch;
import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * A light load: good calls each second, each kind of failure now and then.
 */
final class Traffic {

	private final JsonRpcTemplate rpc;

	private final JsonRpcTemplate stranger;

	private final List<Sample> samples;

	private int seconds;

	/**
	 * Create the load.
	 * @param rpc calls
	 * @param stranger calls too, but the server does not let it in
	 */
	Traffic(JsonRpcTemplate rpc, JsonRpcTemplate stranger) {
		this.rpc = rpc;
		this.stranger = stranger;
		this.samples = List.of(new Sample(1, this::calls), new Sample(1, this::slowCall), new Sample(2, this::batch),
				new Sample(3, () -> rpc.call("withdraw", 100)), new Sample(5, () -> rpc.call("divide", 1, 0)),
				new Sample(7, () -> rpc.call("frobnicate")),
				new Sample(11, () -> rpc.request("find", Integer.class, 42, Map.of("name", "Foo"))),
				new Sample(13, this::impatientCall), new Sample(17, this::refusedBatch),
				new Sample(19, () -> stranger.call("ping")));
	}

	/**
	 * Make the calls of this second, in the first one those of all kinds.
	 */
	@Scheduled(fixedRateString = "${sample.traffic.every:1s}")
	synchronized void next() {
		int second = this.seconds++;
		this.samples.stream().filter((sample) -> second % sample.every() == 0).forEach(Sample::take);
	}

	private void calls() {
		for (int i = 0; i < 3; i++) {
			this.rpc.call("add", this.seconds, i);
		}
		this.rpc.call("Cats.list");
		this.rpc.notify("log", this.seconds);
	}

	/**
	 * Is under way when others look.
	 */
	private void slowCall() {
		this.rpc.reactive().request("Cats.nap", String.class, 1).onErrorComplete().subscribe();
	}

	private void impatientCall() {
		this.rpc.method("Cats.nap").params(1).timeout(Duration.ofMillis(100)).retrieve(String.class);
	}

	private void batch() {
		JsonRpcBatch batch = this.rpc.batch();
		for (int i = 0; i <= this.seconds % 10; i++) {
			batch.add("cube", Integer.class, i);
		}
		batch.add("withdraw", Integer.class, 100);
		batch.notify("log", "batch");
		batch.execute();
	}

	private void refusedBatch() {
		JsonRpcBatch batch = this.stranger.batch();
		batch.add("cube", Integer.class, 3);
		batch.execute();
	}

	/**
	 * Something to do every so many seconds, which may fail.
	 */
	private record Sample(int every, Runnable calls) {

		void take() {
			try {
				this.calls.run();
			}
			catch (JsonRpcException ex) {
				// is seen in the metrics
			}
		}

	}

}
