package io.github.jsonrpcspring.client.transport;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * Takes nothing of a body, which makes the HTTP client close its connection.
 */
final class AbandonedBody extends BaseSubscriber<Object> {

	private AbandonedBody() {
	}

	static void abandon(Publisher<?> body) {
		body.subscribe(new AbandonedBody());
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		cancel();
	}

	@Override
	protected void hookOnError(Throwable error) {
		// Already read or broken off: nothing left to give up
	}

}
