package io.github.jsonrpcspring.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.jsonrpcspring.integration.server.RealServer;

/**
 * The tables of {@code docs/compatibility.md}.
 */
final class CompatibilityTable {

	private static final Path FILE = Path.of("../docs/compatibility.md");

	private CompatibilityTable() {
	}

	/**
	 * Return what the page says of each server.
	 */
	static List<Overview> overviews() throws IOException {
		return cells(7).map(Overview::of).toList();
	}

	/**
	 * Return what the page says of each message.
	 */
	static List<Row> rows() throws IOException {
		return cells(6).map(Row::of).toList();
	}

	private static Stream<List<String>> cells(int count) throws IOException {
		return Files.readAllLines(FILE)
			.stream()
			.filter((line) -> line.startsWith("| "))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::trim).toList())
			.filter((cells) -> cells.size() == count && !cells.get(0).equals("server"));
	}

	/**
	 * A server.
	 *
	 * @param server the server
	 * @param version its version
	 * @param levels whether every row is accepted: strict, lenient, off
	 */
	record Overview(RealServer server, String version, List<String> levels) {

		static Overview of(List<String> cells) {
			return new Overview(RealServer.named(cells.get(0)), cells.get(1), cells.subList(3, 6));
		}

	}

	/**
	 * A message, and what becomes of it.
	 *
	 * @param server the server
	 * @param sent the message
	 * @param answer the status and the body
	 * @param outcomes what the client makes of it: strict, lenient, off
	 */
	record Row(RealServer server, String sent, String answer, List<String> outcomes) {

		static Row of(List<String> cells) {
			return new Row(RealServer.named(cells.get(0)), plain(cells.get(1)), plain(cells.get(2)),
					cells.subList(3, 6).stream().map(Row::plain).toList());
		}

		private static String plain(String cell) {
			return cell.replace("`", "");
		}

		/**
		 * Whether the server does not answer at all.
		 */
		boolean isUnanswered() {
			return this.answer.equals("nothing");
		}

		@Override
		public String toString() {
			return this.server + ": " + this.sent;
		}

	}

}
