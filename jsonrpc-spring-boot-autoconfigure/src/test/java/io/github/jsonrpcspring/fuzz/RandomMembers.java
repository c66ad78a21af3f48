package io.github.jsonrpcspring.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An object that is written with its members in any order, some of them lost, doubled or
 * under a slightly other name.
 */
final class RandomMembers {

	private final RandomValues values;

	private final List<String> members = new ArrayList<>();

	RandomMembers(RandomValues values) {
		this.values = values;
	}

	RandomMembers add(String name, String value) {
		if (!this.values.once(60)) {
			member(name, value);
		}
		if (this.values.once(60)) {
			member(name, this.values.once(2) ? value : this.values.value(1));
		}
		return this;
	}

	private void member(String name, String value) {
		this.members.add("\"" + spelt(name) + "\"" + this.values.blanks() + ":" + this.values.blanks() + value);
	}

	/**
	 * Return a name, seldom with escapes, which do not change it, or other letters.
	 */
	private String spelt(String name) {
		if (this.values.once(25)) {
			int at = this.values.random.nextInt(name.length());
			return name.substring(0, at) + "\\u%04x".formatted((int) name.charAt(at)) + name.substring(at + 1);
		}
		return this.values.once(80)
				? this.values.of(name.toUpperCase(Locale.ROOT), " " + name, name + "s", name + "\\u0000") : name;
	}

	String write(Random random) {
		if (this.values.once(6)) {
			member(this.values.of("took", "meta", "method", "params", "Result", "code"), this.values.value(2));
		}
		if (this.values.once(3)) {
			Collections.shuffle(this.members, random);
		}
		return "{" + this.values.blanks() + String.join(this.values.blanks() + "," + this.values.blanks(), this.members)
				+ this.values.blanks() + "}";
	}

}
