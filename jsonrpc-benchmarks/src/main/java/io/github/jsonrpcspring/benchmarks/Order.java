package io.github.jsonrpcspring.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the results of the codec's benchmarks consist of: about 2 KB of JSON.
 *
 * @param number the number
 * @param customer the customer
 * @param paid whether it is paid
 * @param total the total
 * @param note a text that is longer
 * @param lines the lines
 */
record Order(long number, String customer, boolean paid, double total, String note, List<Line> lines) {

	/**
	 * A line of an order.
	 *
	 * @param article the article
	 * @param description what it is
	 * @param quantity how many
	 * @param price the price of one
	 */
	record Line(String article, String description, int quantity, double price) {
	}

	static Order of(int number) {
		List<Line> lines = IntStream.range(0, 18)
			.mapToObj((line) -> new Line("A-" + (1000 + line), "Grüne Schraube, M" + line + ", 100 Stück", line + 1,
					line * 1.25))
			.toList();
		return new Order(10_000_000_000L + number, "Customer " + number, number % 2 == 0, number * 99.95,
				"Deliver to the back door, \"ring twice\",\nand wait", lines);
	}

}
