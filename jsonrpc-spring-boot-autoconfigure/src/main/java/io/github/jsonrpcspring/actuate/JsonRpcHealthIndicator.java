package io.github.jsonrpcspring.actuate;

import io.github.jsonrpcspring.client.JsonRpcException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.ReactiveJsonRpcOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Says that a server is up while a call of it succeeds. The outcome counts for a while,
 * and those who ask during a call wait for that call. Thread-safe.
 * <p>
 * The details are the method, the duration of the call, and of a failure its kind and
 * message; no parameter and no result. Of exceptions that are not of this client only the
 * kind is shown.
 *
 * @since 0.1.0
 */
public final class JsonRpcHealthIndicator implements ReactiveHealthIndicator {

	private final JsonRpcTemplate template;

	private final JsonRpcHealthCheck check;

	private final Mono<Health> health;

	/**
	 * Create an indicator.
	 * @param template the client of the server
	 * @param check the call
	 */
	public JsonRpcHealthIndicator(JsonRpcTemplate template, JsonRpcHealthCheck check) {
		this(template, check, Schedulers.parallel());
	}

	JsonRpcHealthIndicator(JsonRpcTemplate template, JsonRpcHealthCheck check, Scheduler clock) {
		this.template = template;
		this.check = check;
		this.health = Mono.defer(this::outcome)
			.elapsed(clock)
			.map((timed) -> timed.getT2().withDetail("duration", timed.getT1() + " ms").build())
			.cache(check.cache(), clock);
	}

	@Override
	public Mono<Health> health() {
		return this.health;
	}

	/**
	 * The deadline of the call does not cover interceptors, so there is one around them.
	 */
	private Mono<Health.Builder> outcome() {
		return Mono.defer(this::call)
			.map(this::judge)
			.timeout(this.check.timeout(),
					Mono.fromSupplier(() -> down(JsonRpcTimeoutException.class,
							"There is no outcome within " + this.check.timeout().toMillis() + " ms")))
			.onErrorResume((failure) -> Mono.fromSupplier(() -> failed(failure)));
	}

	private Mono<JsonNode> call() {
		ReactiveJsonRpcOperations.MethodSpec spec = this.template.reactive()
			.method(this.check.method())
			.timeout(this.check.timeout());
		if (!this.check.params().isEmpty()) {
			spec.params(this.check.params().toArray());
		}
		if (!this.check.namedParams().isEmpty()) {
			spec.namedParams(this.check.namedParams());
		}
		return spec.retrieve(JsonNode.class).defaultIfEmpty(NullNode.getInstance());
	}

	private Health.Builder judge(JsonNode result) {
		String expected = this.check.expected();
		if (expected == null || (result.isString() && result.asString().equals(expected)) || isJson(expected, result)) {
			return health(Status.UP);
		}
		return health(Status.DOWN).withDetail("message", "The result is not the expected one");
	}

	private boolean isJson(String expected, JsonNode result) {
		try {
			return this.template.jsonMapper().readTree(expected).equals(result);
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private Health.Builder failed(Throwable failure) {
		if (failure instanceof JsonRpcException ours) {
			return down(ours.getClass(), String.valueOf(ours.getMessage()));
		}
		return health(Status.DOWN).withDetail("error", failure.getClass().getName());
	}

	private Health.Builder down(Class<?> error, String message) {
		return health(Status.DOWN).withDetail("error", error.getSimpleName()).withDetail("message", message);
	}

	private Health.Builder health(Status status) {
		return Health.status(status).withDetail("method", this.check.method());
	}

}
