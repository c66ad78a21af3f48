package io.github.jsonrpcspring.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * Random answers to calls, most of which keep every rule but one or none.
 */
class RandomResponses extends RandomValues {

	private final boolean first;

	private final List<String> ids;

	RandomResponses(Random random, JsonRpcVersion version, List<String> ids) {
		super(random);
		this.first = version == JsonRpcVersion.V1_0;
		this.ids = ids;
	}

	String oneOrBatch() {
		return once(3) ? batch() : one();
	}

	String one() {
		return response(this.ids.get(0));
	}

	/**
	 * Return an answer for each call in any order, one seldom lost or doubled, and
	 * sometimes what answers no call.
	 */
	String batch() {
		List<String> items = new ArrayList<>();
		for (String id : this.ids) {
			if (!once(10)) {
				items.add(response(id));
			}
			if (once(25)) {
				items.add(response(id));
			}
		}
		while (once(8)) {
			items.add(once(3) ? value(1) : response(of("null", "99", "\"x\"")));
		}
		Collections.shuffle(items, this.random);
		return "[" + blanks() + String.join(blanks() + "," + blanks(), items) + blanks() + "]";
	}

	private String response(String id) {
		RandomMembers members = new RandomMembers(this);
		boolean usual = !once(10);
		if (this.first != once(40)) {
			if (once(5)) {
				members.add("jsonrpc", usual ? "\"1.0\"" : anyVersion());
			}
		}
		else {
			members.add("jsonrpc", usual ? "\"2.0\"" : anyVersion());
		}
		boolean error = once(3);
		boolean both = this.first != once(20);
		if (!error || both) {
			members.add("result", error ? once(8) ? value(1) : "null" : result());
		}
		if (error || both) {
			members.add("error", error ? error() : once(10) ? of("{}", "false", "0") : "null");
		}
		members.add("id", (error && once(5)) ? "null" : once(8) ? otherId(id) : id);
		return members.write(this.random);
	}

	String result() {
		return value(3);
	}

	private String anyVersion() {
		return of("2.0", "\"1.0\"", "\"2.0\"", "\"1.1\"", "null", "2", "20e-1", "\"2\"", "\"2.0 \"", "\"\\u0032.0\"");
	}

	private String otherId(String id) {
		String bare = id.replace("\"", "");
		return switch (this.random.nextInt(6)) {
			case 0 -> id.startsWith("\"") ? bare : "\"" + id + "\"";
			case 1 -> bare + of(".0", "e0", "0e-1", ".00", "E+0");
			case 2 -> "-" + bare;
			case 3 -> of("null", "0", "\"\"", "\"null\"", "-0", "0.0", "[]", "{}", "true", "1e99999999999");
			case 4 -> value(1);
			default -> "\"\\u%04x".formatted((int) (bare + "x").charAt(0))
					+ (bare + "x").substring(1, Math.max(1, bare.length())) + "\"";
		};
	}

	private String error() {
		if (once(12)) {
			return of("{}", "\"text\"", "true", "false", "0", "[\"E\",[\"text\"]]", "[]", "7", "{\"code\":\"401\"}");
		}
		RandomMembers error = new RandomMembers(this);
		error.add("code",
				once(10) ? of("\"-32601\"", "1.0", "-32600.0", "-3.26e4", "null", "9223372036854775808", "3735928559",
						"1.5", "-0", "\" 5\"")
						: of("-32700", "-32600", "-32600", "-32601", "-32603", "-32000", "1", "0"));
		error.add("message", once(10) ? value(1) : text());
		if (once(2)) {
			error.add("data", value(2));
		}
		return error.write(this.random);
	}

}
