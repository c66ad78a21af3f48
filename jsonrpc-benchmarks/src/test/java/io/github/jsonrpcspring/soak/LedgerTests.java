package io.github.jsonrpcspring.soak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Ledger}.
 */
class LedgerTests {

	private final Ledger ledger = new Ledger(3);

	@Test
	void callsWithoutAnEndAreLost() {
		this.ledger.end(1, Outcome.VALUE, Outcome.VALUE, null);
		this.ledger.cancel(2);
		assertThat(this.ledger.lost()).isEqualTo(1);
	}

	@Test
	void aSecondEndIsADuplicate() {
		this.ledger.end(1, Outcome.VALUE, Outcome.VALUE, null);
		this.ledger.end(1, Outcome.VALUE, Outcome.VALUE, null);
		assertThat(this.ledger.duplicated()).isEqualTo(1);
		assertThat(this.ledger.lost()).isEqualTo(2);
	}

	@Test
	void theEndOfACancelledCallIsNoDuplicate() {
		this.ledger.cancel(1);
		this.ledger.end(1, Outcome.VALUE, Outcome.VALUE, null);
		this.ledger.cancel(1);
		assertThat(this.ledger.duplicated()).isZero();
		assertThat(this.ledger.outcome(1)).isEqualTo(Outcome.CANCELLED);
	}

	@Test
	void whatWasNotDrawnIsUnexpectedOrCollateral() {
		this.ledger.end(0, Outcome.TIMEOUT, Outcome.VALUE, null);
		this.ledger.end(1, Outcome.TRANSPORT, Outcome.VALUE, null);
		this.ledger.end(2, Outcome.VALUE, Outcome.ID_MISMATCH, null);
		assertThat(this.ledger.unexpected()).isEqualTo(2);
		assertThat(this.ledger.collateral().stream()).containsExactly(1);
		assertThat(this.ledger.examples()).hasSize(2);
	}

}
