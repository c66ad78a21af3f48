package io.github.jsonrpcspring.client.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CappedBody}.
 */
class CappedBodyTests {

	@Test
	void bytesUpToTheCapAreKept() {
		CappedBody body = new CappedBody(5, true);
		add(body, 1, 2);
		add(body, 3);
		add(body);
		add(body, 4, 5);
		assertThat(body.toByteArray()).containsExactly(1, 2, 3, 4, 5);
		assertThat(body.isExceeded()).isFalse();
	}

	@Test
	void bytesOverTheCapAreCutOff() {
		CappedBody body = new CappedBody(3, true);
		add(body, 1, 2);
		add(body, 3, 4);
		assertThat(body.toByteArray()).containsExactly(1, 2, 3);
		assertThat(body.isExceeded()).isTrue();
	}

	@Test
	void whenNothingIsToBeKeptThenBytesAreCountedOnly() {
		CappedBody body = new CappedBody(3, false);
		add(body, 1, 2);
		assertThat(body.isExceeded()).isFalse();
		add(body, 3, 4);
		assertThat(body.toByteArray()).isEmpty();
		assertThat(body.isExceeded()).isTrue();
	}

	@Test
	void capMayBeLargerThanAnArray() {
		CappedBody body = new CappedBody(Long.MAX_VALUE, true);
		add(body, 1);
		add(body, 2);
		assertThat(body.toByteArray()).containsExactly(1, 2);
	}

	@Test
	void withoutBytesBodyIsEmpty() {
		assertThat(new CappedBody(1, true).toByteArray()).isEmpty();
	}

	private static void add(CappedBody body, int... bytes) {
		ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.buffer();
		for (int value : bytes) {
			buffer.writeByte(value);
		}
		body.add(new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT).wrap(buffer));
		assertThat(buffer.refCnt()).isZero();
	}

}
