package io.github.jsonrpcspring.fuzz;

/**
 * What the properties ask of the second reading.
 */
final class Plain {

	private Plain() {
	}

	/**
	 * Return an id as it is written.
	 */
	static PlainValue id(String literal) {
		try {
			return PlainReader.read(literal);
		}
		catch (PlainException ex) {
			throw new IllegalArgumentException(literal, ex);
		}
	}

	/**
	 * Return whether an answer exceeds a limit of the product.
	 */
	static boolean isLimited(PlainHttp http) {
		try {
			return Limits.areExceededBy(http.message());
		}
		catch (PlainException ex) {
			return false;
		}
	}

}
