package io.github.jsonrpcspring.fuzz;

import java.util.Random;

/**
 * Random requests, most of which keep every rule but one or none.
 */
final class RandomRequests extends RandomValues {

	RandomRequests(Random random) {
		super(random);
	}

	String oneOrBatch() {
		return once(3) ? batch() : one();
	}

	private String batch() {
		StringBuilder json = new StringBuilder("[");
		int size = this.random.nextInt(4);
		for (int i = 0; i < size; i++) {
			json.append((i > 0) ? "," : "").append(blanks()).append(once(15) ? value(1) : one()).append(blanks());
		}
		return json.append(']').toString();
	}

	private String one() {
		RandomMembers members = new RandomMembers(this);
		boolean first = once(4);
		if (!first) {
			members.add("jsonrpc", once(15) ? of("2.0", "\"1.0\"", "null", "\"2\"", "\"\\u0032.0\"") : "\"2.0\"");
		}
		members.add("method", once(20) ? value(1) : text());
		if (first || once(2)) {
			members.add("params", once(20) ? value(1) : params(first));
		}
		if (first || !once(4)) {
			members.add("id", once(8) ? of("null", "true", "[1]", "{}", "1.5", "1e99999999999", "-0", "1e2") : id());
		}
		return members.write(this.random);
	}

	private String params(boolean first) {
		return (first || once(2)) ? "[" + value(2) + blanks() + "," + value(2) + "]"
				: "{\"a\":" + value(2) + "," + text() + ":" + value(2) + "}";
	}

	private String id() {
		return once(2) ? text() : String.valueOf(this.random.nextLong());
	}

}
