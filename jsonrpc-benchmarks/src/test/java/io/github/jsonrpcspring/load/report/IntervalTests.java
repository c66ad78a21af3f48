package io.github.jsonrpcspring.load.report;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Interval}.
 */
class IntervalTests {

	@ParameterizedTest
	@CsvSource({ "1,1,1", "5,1,5", "6,1,6", "8,1,8", "9,2,8", "11,2,10", "12,3,10", "20,6,15", "25,8,18", "100,40,61",
			"1000,469,532" })
	void theEndsAreValuesOutsideOfWhichTheMedianIsWithLittleProbability(int count, double low, double high) {
		Interval interval = Interval.of(DoubleStream.iterate(count, (value) -> value - 1).limit(count).toArray());
		assertThat(interval.low()).isEqualTo(low);
		assertThat(interval.high()).isEqualTo(high);
	}

	@Test
	void theMedianOfAnOddNumberIsTheMiddleValue() {
		assertThat(Interval.of(9, 1, 2)).isEqualTo(new Interval(1, 2, 9));
	}

	@Test
	void theMedianOfAnEvenNumberIsBetweenTheMiddleValues() {
		assertThat(Interval.of(9, 1, 2, 4).median()).isEqualTo(3);
	}

	@Test
	void theValuesAreLeftAsTheyAre() {
		double[] values = { 3, 1, 2 };
		assertThat(Interval.of(values).median()).isEqualTo(2);
		assertThat(values).containsExactly(3, 1, 2);
	}

}
