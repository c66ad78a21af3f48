package io.github.jsonrpcspring.actuate;

import java.time.Duration;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTimeoutException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;
import io.github.jsonrpcspring.client.ReactiveJsonRpcOperations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.ClassUtils;

/**
 * Says that a server is up while a call of it succeeds. The outcome counts for a while,
 * and those who ask during a call wait for that call. Thread-safe.
 * <p>
 * The details are the method, the duration of the call, and of a failure the name of its
 * class, and the HTTP status and the code of the error if there are any. They hold no
 * message, as that may quote the answer or a parameter.
 *
 * @since 0.1.0
 */
public final class JsonRpcHealthIndicator implements ReactiveHealthIndicator {

	/** What interceptors may take beside the call, whose own deadline comes first. */
	static final Duration GRACE = Duration.ofMillis(500);

	private final JsonRpcTemplate template;

	private final JsonRpcHealthCheck check;

	private final @Nullable JsonNode expected;

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
		this.expected = json(template, check.expected());
		this.health = Mono.defer(this::call)
			.map(this::judge)
			.timeout(check.timeout().plus(GRACE), Mono.fromSupplier(() -> down(JsonRpcTimeoutException.class)), clock)
			.onErrorResume((failure) -> Mono.fromSupplier(() -> failed(failure)))
			.elapsed(clock)
			.map((timed) -> timed.getT2().withDetail("duration", timed.getT1() + " ms").build())
			// The call is for all who ask, not only for the one who asks first
			.contextWrite((context) -> Context.empty())
			.cache(check.cache(), clock);
	}

	private static @Nullable JsonNode json(JsonRpcTemplate template, @Nullable String expected) {
		try {
			return (expected != null) ? template.jsonMapper().readTree(expected) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	@Override
	public Mono<Health> health() {
		return this.health;
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
		if (expected == null || (result.isString() && result.asString().equals(expected))
				|| result.equals(this.expected)) {
			return health(Status.UP);
		}
		return health(Status.DOWN).withDetail("error", "unexpected result");
	}

	private Health.Builder failed(Throwable failure) {
		Health.Builder down = down(failure.getClass());
		HttpStatusCode status = status(failure);
		if (status != null) {
			down.withDetail("status", status.value());
		}
		if (failure instanceof JsonRpcErrorException error && error.hasCode()) {
			down.withDetail("code", error.code());
		}
		return down;
	}

	private static @Nullable HttpStatusCode status(Throwable failure) {
		if (failure instanceof JsonRpcTransportException transport) {
			return transport.status();
		}
		if (failure instanceof JsonRpcInvalidResponseException invalid) {
			return invalid.status();
		}
		return (failure instanceof JsonRpcErrorException error) ? error.status() : null;
	}

	private Health.Builder down(Class<?> error) {
		return health(Status.DOWN).withDetail("error", ClassUtils.getShortName(error));
	}

	private Health.Builder health(Status status) {
		return Health.status(status).withDetail("method", this.check.method());
	}

}
