package io.github.jsonrpcspring.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.beans.BeanUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class AnswerMonoTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@AfterEach
	void propagateNoContext() {
		Hooks.disableAutomaticContextPropagation();
	}

	private static void propagateContext(boolean enabled) {
		if (enabled) {
			Hooks.enableAutomaticContextPropagation();
		}
	}

	private static <T> Mono<T> limited(Mono<T> source, @Nullable DeadlineQueue deadlines) {
		return AnswerMono.of(source, deadlines, new Handler<>());
	}

	/**
	 * A source that leaves its signals to the test.
	 */
	private static <T> Mono<T> captured(AtomicReference<CoreSubscriber<? super T>> subscribed) {
		return new Mono<>() {

			@Override
			public void subscribe(CoreSubscriber<? super T> subscriber) {
				subscribed.set(subscriber);
			}

		};
	}

	private static DeadlineQueue soon() {
		return DeadlineQueue.shared(Duration.ofMillis(20));
	}

	@Test
	void whatEndsInTimePasses() {
		DeadlineQueue deadlines = DeadlineQueue.shared(Duration.ofHours(1));
		StepVerifier.create(limited(Mono.just(1), deadlines)).expectNext(1).expectComplete().verify(PATIENCE);
		StepVerifier.create(limited(Mono.error(new IllegalStateException()), deadlines))
			.expectError(IllegalStateException.class)
			.verify(PATIENCE);
	}

	@Test
	void sourceWithoutAnswerFails() {
		StepVerifier.create(limited(Mono.empty(), null)).expectError(NoSuchElementException.class).verify(PATIENCE);
	}

	@Test
	void sourceThatGoesOnAfterItsAnswerHasADeadline() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<Integer> source = Mono
			.fromDirect(Flux.just(1).concatWith(Flux.never()).doOnCancel(() -> cancelled.set(true)));
		StepVerifier.create(limited(source, soon())).expectError(LateException.class).verify(PATIENCE);
		assertThat(cancelled).isTrue();
	}

	@Test
	void sourceWithTwoAnswersFailsAndIsCancelled() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<Integer> source = Mono.fromDirect(Flux.just(1, 2, 3).doOnCancel(() -> cancelled.set(true)));
		StepVerifier.create(limited(source, null)).expectError(IllegalStateException.class).verify(PATIENCE);
		assertThat(cancelled).isTrue();
	}

	@Test
	void whatASubscriptionThrowsIsSignalled() {
		for (Throwable thrown : List.of(new IllegalStateException(), new NoClassDefFoundError())) {
			Mono<Integer> source = new Mono<>() {

				@Override
				public void subscribe(CoreSubscriber<? super Integer> subscriber) {
					throw Exceptions.propagate(thrown);
				}

			};
			StepVerifier.create(limited(source, DeadlineQueue.shared(Duration.ofHours(1))))
				.expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(thrown))
				.verify(PATIENCE);
		}
	}

	@Test
	void answerCancellationAndDeadlineAtOnceEndItOnce() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			for (int i = 0; i < 2000; i++) {
				AtomicReference<CoreSubscriber<? super Integer>> source = new AtomicReference<>();
				Ends ends = new Ends();
				AnswerMono.of(captured(source), null, ends).subscribe(ends);
				AnswerSubscriber<?, ?> subscriber = (AnswerSubscriber<?, ?>) source.get();
				source.get().onSubscribe(Operators.emptySubscription());
				CyclicBarrier start = new CyclicBarrier(3);
				List<Callable<Void>> tasks = List.of(at(start, () -> {
					source.get().onNext(1);
					source.get().onComplete();
				}), at(start, subscriber::cancel), at(start, subscriber::expire));
				for (Future<Void> task : threads.invokeAll(tasks)) {
					task.get();
				}
				assertThat(ends.count).hasValue(1);
			}
		}
		finally {
			threads.shutdown();
		}
	}

	private static Callable<Void> at(CyclicBarrier start, Runnable task) {
		return () -> {
			start.await();
			task.run();
			return null;
		};
	}

	@Test
	@Timeout(10)
	void errorsOfThoseBehindReachTheCallerThatWaits() {
		Mono<Integer> call = limited(Mono.just(1), DeadlineQueue.shared(Duration.ofHours(1))).map((answer) -> {
			throw new NoClassDefFoundError();
		});
		assertThat(catchThrowable(call::block)).isInstanceOf(NoClassDefFoundError.class);
	}

	/**
	 * In place of what tracers and the MDC keep for a thread.
	 */
	@Test
	void deadlineFailsWithWhatBelongsToTheThreadOfTheCaller() {
		ThreadLocal<String> tenant = new ThreadLocal<>();
		ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
		propagateContext(true);
		try {
			DeadlineQueue deadlines = DeadlineQueue.shared(Duration.ofMillis(500));
			tenant.set("other");
			// Its thread has the timer look at the queue
			limited(Mono.never(), deadlines).onErrorComplete().subscribe();
			AtomicReference<String> seen = new AtomicReference<>();
			Mono<Integer> call = AnswerMono.of(Mono.never(), deadlines, new Handler<Integer>() {

				@Override
				public Integer failed(Throwable failure) {
					seen.set(tenant.get());
					return super.failed(failure);
				}

			});
			tenant.set("own");
			assertThat(catchThrowable(call::block)).isInstanceOf(LateException.class);
			assertThat(seen).hasValue("own");
		}
		finally {
			tenant.remove();
			ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		}
	}

	@Test
	void withoutDeadlineAnswersPass() {
		StepVerifier.create(limited(Mono.just(1), null)).expectNext(1).expectComplete().verify(PATIENCE);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatTheHandlerThrowsIsSignalled(boolean contextPropagation) {
		propagateContext(contextPropagation);
		for (Throwable thrown : List.of(new IllegalStateException(), new StackOverflowError())) {
			Mono<Integer> call = AnswerMono.of(Mono.just(1), null, new Handler<>() {

				@Override
				public Integer answered(Integer answer) {
					throw Exceptions.propagate(thrown);
				}

			});
			AtomicReference<Throwable> signalled = new AtomicReference<>();
			call.subscribe((value) -> {
			}, signalled::set);
			assertThat(signalled.get()).isSameAs(thrown);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void failureMayBecomeAnAnswer(boolean contextPropagation) {
		propagateContext(contextPropagation);
		Mono<Integer> call = AnswerMono.of(Mono.<Integer>error(new IOException()), null, new Handler<>() {

			@Override
			public Integer failed(Throwable failure) {
				return 2;
			}

		});
		StepVerifier.create(call).expectNext(2).expectComplete().verify(PATIENCE);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cancellationIsToldOnceAndNothingAfterIt(boolean failed) {
		AtomicReference<CoreSubscriber<? super Integer>> source = new AtomicReference<>();
		AtomicInteger cancelled = new AtomicInteger();
		List<Object> signals = new ArrayList<>();
		List<Integer> discarded = new ArrayList<>();
		Hooks.onErrorDropped(signals::add);
		try {
			Disposable call = AnswerMono.of(captured(source), null, new Handler<Integer>() {

				@Override
				public void cancelled() {
					cancelled.incrementAndGet();
				}

			}).doOnDiscard(Integer.class, discarded::add).subscribe(signals::add, signals::add);
			source.get().onSubscribe(Operators.emptySubscription());
			call.dispose();
			call.dispose();
			if (failed) {
				source.get().onError(new IOException());
			}
			else {
				source.get().onNext(1);
				source.get().onComplete();
				assertThat(discarded).containsExactly(1);
			}
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
		assertThat(cancelled).hasValue(1);
		assertThat(signals).isEmpty();
	}

	@Test
	void whatNeverEndsIsCancelledAndFails() {
		AtomicBoolean cancelled = new AtomicBoolean();
		StepVerifier.create(limited(Mono.never().doOnCancel(() -> cancelled.set(true)), soon()))
			.expectError(LateException.class)
			.verify(PATIENCE);
		assertThat(cancelled).isTrue();
	}

	@Test
	void sourceThatBlocksIsBrokenOffAndFailsOnItsOwnThread() {
		AtomicReference<Thread> failed = new AtomicReference<>();
		Mono<Integer> blocking = limited(new BlockingMono(null), soon())
			.doOnError((failure) -> failed.set(Thread.currentThread()));
		assertThat(catchThrowable(blocking::block)).isInstanceOf(LateException.class);
		assertThat(failed).hasValue(Thread.currentThread());
	}

	@Test
	void sourceThatThrowsWhenItIsBrokenOffIsLate() {
		Mono<Integer> blocking = limited(new BlockingMono(new IllegalStateException("closed")), soon());
		assertThat(catchThrowable(blocking::block)).isInstanceOf(LateException.class);
	}

	/**
	 * A source that is only asked after its deadline, which a busy machine may do to a
	 * short one, throws nothing.
	 */
	@Test
	void errorThatComesOfTheCancellationIsDroppedNotLost() {
		List<Throwable> dropped = new ArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		try {
			BlockingMono source = new BlockingMono(new NoClassDefFoundError());
			for (long millis = 20; !source.asked && millis < PATIENCE.toMillis(); millis *= 2) {
				Mono<Integer> blocking = limited(source, DeadlineQueue.shared(Duration.ofMillis(millis)));
				assertThat(catchThrowable(blocking::block)).isInstanceOf(LateException.class);
			}
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
		assertThat(dropped).singleElement().isInstanceOf(NoClassDefFoundError.class);
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, NoClassDefFoundError.class })
	void subscriberThatThrowsTakesNoDeadlineFromOthers(Class<? extends Throwable> type) {
		List<Throwable> dropped = new ArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			DeadlineQueue deadlines = DeadlineQueue.shared(Duration.ofMillis(200));
			limited(Mono.never(), deadlines).subscribe((value) -> {
			}, (failure) -> {
				throw Exceptions.propagate(BeanUtils.instantiateClass(type));
			});
			AtomicReference<Throwable> other = new AtomicReference<>();
			limited(Mono.never(), deadlines).subscribe((value) -> {
			}, other::set);
			time.advanceTimeBy(Duration.ofMillis(200));
			assertThat(other.get()).isInstanceOf(LateException.class);
			assertThat(dropped).hasOnlyElementsOfType(type).hasSize(1);
		}
		finally {
			VirtualTimeScheduler.reset();
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void subscriptionAfterTheDeadlineIsCancelled() {
		AtomicReference<CoreSubscriber<? super Integer>> late = new AtomicReference<>();
		StepVerifier.create(limited(captured(late), soon())).expectError(LateException.class).verify(PATIENCE);
		AtomicBoolean cancelled = new AtomicBoolean();
		late.get().onSubscribe(new Subscription() {

			@Override
			public void request(long count) {
				throw new AssertionError("Requested after the end");
			}

			@Override
			public void cancel() {
				cancelled.set(true);
			}

		});
		assertThat(cancelled).isTrue();
	}

	@Test
	void deadlinesAreKeptWhenTheSchedulerIsReplaced() {
		DeadlineQueue deadlines = DeadlineQueue.shared(Duration.ofSeconds(60));
		AtomicBoolean before = new AtomicBoolean();
		limited(Mono.never(), deadlines).subscribe((value) -> {
		}, (failure) -> before.set(true));
		StepVerifier.withVirtualTime(() -> limited(Mono.never(), deadlines))
			.thenAwait(Duration.ofSeconds(60))
			.expectError(LateException.class)
			.verify(PATIENCE);
		assertThat(before).isTrue();
		DeadlineQueue soon = soon();
		StepVerifier.withVirtualTime(() -> limited(Mono.just(1), soon)).expectNext(1).expectComplete().verify(PATIENCE);
		StepVerifier.create(limited(Mono.never(), soon)).expectError(LateException.class).verify(PATIENCE);
	}

	@Test
	void singleQueueHasItsOwnTime() {
		StepVerifier.create(limited(Mono.never(), DeadlineQueue.single(Duration.ofMillis(20))))
			.expectError(LateException.class)
			.verify(PATIENCE);
		StepVerifier.create(limited(Mono.just(1), DeadlineQueue.single(Duration.ofHours(1))))
			.expectNext(1)
			.expectComplete()
			.verify(PATIENCE);
	}

	private static final class LateException extends RuntimeException {

	}

	/**
	 * Counts how often a call ends.
	 */
	private static final class Ends extends Handler<Integer> implements CoreSubscriber<Integer> {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public void cancelled() {
			this.count.incrementAndGet();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			subscription.request(1);
		}

		@Override
		public void onNext(Integer answer) {
			// Ends with the completion
		}

		@Override
		public void onError(Throwable failure) {
			this.count.incrementAndGet();
		}

		@Override
		public void onComplete() {
			this.count.incrementAndGet();
		}

	}

	private static class Handler<T> implements AnswerMono.Handler<T, T> {

		@Override
		public T answered(T answer) {
			return answer;
		}

		@Override
		public T failed(Throwable failure) {
			throw Exceptions.propagate(failure);
		}

		@Override
		public void cancelled() {
			// Nothing to do
		}

		@Override
		public Throwable late() {
			return new LateException();
		}

	}

	/**
	 * Blocks the thread that requests until it is cancelled.
	 */
	private static final class BlockingMono extends Mono<Integer> {

		private final @Nullable Throwable thrown;

		private volatile boolean asked;

		/**
		 * Create a source.
		 * @param thrown what is thrown when it is cancelled, {@code null} for nothing
		 */
		BlockingMono(@Nullable Throwable thrown) {
			this.thrown = thrown;
		}

		@Override
		public void subscribe(CoreSubscriber<? super Integer> subscriber) {
			CountDownLatch cancelled = new CountDownLatch(1);
			subscriber.onSubscribe(new Subscription() {

				@Override
				public void request(long count) {
					BlockingMono.this.asked = true;
					try {
						cancelled.await();
					}
					catch (InterruptedException ex) {
						Operators.onErrorDropped(ex, subscriber.currentContext());
					}
					if (BlockingMono.this.thrown != null) {
						throw Exceptions.propagate(BlockingMono.this.thrown);
					}
				}

				@Override
				public void cancel() {
					cancelled.countDown();
				}

			});
		}

	}

}
