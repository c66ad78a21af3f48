package io.github.jsonrpcspring.soak;

import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;

/**
 * Counts the buffers of Netty that nobody released, as far as its leak detection, at the
 * level that is set for the JVM, sees them.
 */
final class Leaks implements ResourceLeakDetector.LeakListener {

	private static final int ALLOCATIONS = 1000;

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Start counting.
	 */
	static Leaks watch() {
		// It looks for leaks only where its logger is on
		InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
		Leaks leaks = new Leaks();
		ByteBufUtil.setLeakListener(leaks);
		return leaks;
	}

	@Override
	public void onLeak(String resourceType, String records) {
		this.count.incrementAndGet();
	}

	/**
	 * Return how many there are. They are found while others are allocated.
	 */
	int count() {
		System.gc();
		for (int i = 0; i < ALLOCATIONS; i++) {
			ByteBufAllocator.DEFAULT.directBuffer().release();
		}
		return this.count.get();
	}

}
