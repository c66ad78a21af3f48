package io.github.jsonrpcspring.soak.fault;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Faults} and {@link Nonces}.
 */
class FaultsTests {

	private static final int MANY = 100_000;

	private final Faults faults = new Faults(1);

	@Test
	void theSameSeedDrawsTheSame() {
		Faults same = new Faults(1);
		for (int i = 0; i < 1000; i++) {
			assertThat(same.nonce(i)).isEqualTo(this.faults.nonce(i));
			assertThat(same.ofMessage(same.nonce(i))).isEqualTo(this.faults.ofMessage(this.faults.nonce(i)));
		}
		assertThat(new Faults(2).nonce(0)).isNotEqualTo(this.faults.nonce(0));
	}

	@Test
	void everyFaultIsDrawnAndOnlyCalmOnesWhereConnectionsLast() {
		Set<Fault> drawn = EnumSet.noneOf(Fault.class);
		for (int i = 0; i < MANY; i++) {
			long nonce = this.faults.nonce(i);
			Fault message = this.faults.ofMessage(nonce);
			Fault call = this.faults.ofCall(nonce);
			assertThat(message == Fault.NONE || call == Fault.NONE).isTrue();
			assertThat(!this.faults.isCalm(nonce) || (message.isCalm() && call.isCalm())).isTrue();
			drawn.add(message);
			drawn.add(call);
		}
		assertThat(drawn).containsExactlyInAnyOrder(Fault.values());
	}

	@Test
	void aNonceKnowsItsCall() {
		assertThat(this.faults.index(this.faults.nonce(77))).isEqualTo(77);
		assertThat(this.faults.index(new Faults(2).nonce(77))).isEqualTo(-1);
	}

	@Test
	void callsThatAreSeenAgainAreCountedAlsoByAnotherServer() {
		Nonces first = new Nonces();
		first.add(1);
		first.add(2);
		first.add(2);
		Nonces second = new Nonces();
		second.add(2);
		second.add(3);
		first.addAll(second.toString());
		assertThat(first.count()).isEqualTo(3);
		assertThat(first.repeated()).isEqualTo(2);
		assertThat(first.contains(3)).isTrue();
		assertThat(first.contains(4)).isFalse();
	}

}
