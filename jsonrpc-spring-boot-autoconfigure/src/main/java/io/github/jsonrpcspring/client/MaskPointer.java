package io.github.jsonrpcspring.client;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.TokenStreamContext;

/**
 * A JSON pointer (RFC 6901) to a value of a message.
 *
 * @param steps the names and indices on the way from the message to the value
 */
record MaskPointer(List<String> steps) {

	private static final Pattern MALFORMED_ESCAPE = Pattern.compile("~(?:[^01]|$)");

	/**
	 * Return whether an entry of a mask is a pointer, and not a name.
	 */
	static boolean is(String entry) {
		return entry.startsWith("/");
	}

	static MaskPointer of(String pointer) {
		Matcher malformed = MALFORMED_ESCAPE.matcher(pointer);
		if (malformed.find()) {
			throw new IllegalArgumentException(
					"A JSON pointer has '~0' and '~1', not '" + malformed.group() + "' (RFC 6901, section 3)");
		}
		return new MaskPointer(Arrays.stream(pointer.substring(1).split("/", -1))
			.map((step) -> step.replace("~1", "/").replace("~0", "~"))
			.toList());
	}

	/**
	 * Return whether this points to where a parser is.
	 * @param place the object or array around the value
	 * @param root the depth of the message: 0, or 1 for an entry of a batch
	 */
	boolean pointsTo(TokenStreamContext place, int root) {
		if (place.getNestingDepth() != root + this.steps.size()) {
			return false;
		}
		TokenStreamContext at = place;
		for (int i = this.steps.size() - 1; i >= 0; i--) {
			String step = at.inObject() ? at.currentName() : Integer.toString(at.getCurrentIndex());
			if (!this.steps.get(i).equals(step)) {
				return false;
			}
			at = at.getParent();
		}
		return true;
	}

}
