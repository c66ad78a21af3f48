package io.github.jsonrpcspring.integration.jsonrpc4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the methods do.
 */
final class DefaultService implements Service {

	private final AtomicInteger touched = new AtomicInteger();

	@Override
	public int add(int a, int b) {
		return a + b;
	}

	@Override
	public JsonNode echo(JsonNode value) {
		return value;
	}

	@Override
	public BigDecimal decimal(BigDecimal value) {
		return value;
	}

	@Override
	public BigInteger integer(BigInteger value) {
		return value;
	}

	@Override
	public String find(int id, Filter filter) {
		return id + " " + filter.name();
	}

	@Override
	public String slow(int millis) throws InterruptedException {
		Thread.sleep(millis);
		return "slow";
	}

	@Override
	public void fail() {
		throw new IllegalStateException("boom");
	}

	@Override
	public void appError() {
		throw new ClosedException();
	}

	@Override
	public void nothing() {
	}

	@Override
	public int touch() {
		return this.touched.incrementAndGet();
	}

	@Override
	public int touched() {
		return this.touched.get();
	}

}
