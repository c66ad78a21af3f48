package io.github.jsonrpcspring.soak;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;

/**
 * What this process holds.
 *
 * @param heap bytes of the heap that are used after a collection
 * @param threads threads, without virtual ones
 * @param direct bytes of buffers outside the heap
 */
record Resources(long heap, int threads, long direct) {

	private static final int COLLECTIONS = 3;

	static Resources measure() {
		long heap = Long.MAX_VALUE;
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
			heap = Math.min(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return new Resources(heap, ManagementFactory.getThreadMXBean().getThreadCount(), directMemory());
	}

	private static long directMemory() {
		long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.filter((pool) -> pool.getName().equals("direct"))
			.mapToLong(BufferPoolMXBean::getMemoryUsed)
			.sum();
		return (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider netty)
				? direct + netty.metric().usedDirectMemory() : direct;
	}

}
