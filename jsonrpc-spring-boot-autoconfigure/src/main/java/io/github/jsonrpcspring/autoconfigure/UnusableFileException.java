package io.github.jsonrpcspring.autoconfigure;

/**
 * A file cannot be read, or its content is not what it should be. It shows neither the
 * content nor the path, as someone may have put a secret in the place of the path.
 */
final class UnusableFileException extends Exception {

	private final String action;

	/**
	 * Create an exception.
	 * @param problem what is wrong, continuing a sentence that begins with the file
	 * @param action the way out
	 */
	UnusableFileException(String problem, String action) {
		super(problem);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
