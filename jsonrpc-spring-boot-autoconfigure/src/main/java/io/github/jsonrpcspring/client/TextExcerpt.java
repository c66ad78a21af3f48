package io.github.jsonrpcspring.client;

/**
 * Cuts and cleans text that others have written, for messages and logs.
 */
final class TextExcerpt {

	private TextExcerpt() {
	}

	/**
	 * Return the beginning of the text on one line, without control characters.
	 */
	static String of(CharSequence text, int length) {
		int end = Math.min(text.length(), length);
		if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		StringBuilder excerpt = new StringBuilder(end + 1);
		for (int i = 0; i < end; i++) {
			char character = text.charAt(i);
			excerpt.append(breaksLine(character) ? ' ' : character);
		}
		return ((end < text.length()) ? excerpt.append('…') : excerpt).toString();
	}

	private static boolean breaksLine(char character) {
		return Character.isISOControl(character) || Character.getType(character) == Character.LINE_SEPARATOR
				|| Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
	}

}
