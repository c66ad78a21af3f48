package io.github.jsonrpcspring.autoconfigure;

/**
 * A value and the full name of the property that it stands in.
 *
 * @param <T> the type of the value
 * @param property the name of the property
 * @param value the value
 */
record Setting<T>(String property, T value) {

	JsonRpcConfigurationException refuse(String problem, String action) {
		return new JsonRpcConfigurationException(this.property, problem, action);
	}

	/**
	 * Return the property only, as the value may be a secret.
	 */
	@Override
	public String toString() {
		return this.property;
	}

}
