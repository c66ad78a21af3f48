package io.github.jsonrpcspring.testsupport.application;

import io.github.jsonrpcspring.service.JsonRpcClient;
import reactor.core.publisher.Mono;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.resilience.annotation.Retryable;

/**
 * A client with advice.
 */
@JsonRpcClient("calculator")
public interface Calculator {

	int add(int a, int b);

	@Retryable(maxRetries = 2, delay = 0)
	int retried(int a);

	@Retryable(maxRetries = 2, delay = 0)
	Mono<Integer> retriedLater(int a);

	@Cacheable("answers")
	int cached(int a);

	@Cacheable("answers")
	Mono<Integer> cachedLater(int a);

	default int twice(int a) {
		return add(a, a);
	}

}
