package io.github.jsonrpcspring.service;

/**
 * One parameter of a method.
 *
 * @param index its place among the arguments
 * @param name its name, empty where parameters are sent by position
 * @param kind what is done with the argument
 * @param variable whether it is the variable number of arguments
 */
record ServiceParameter(int index, String name, Kind kind, boolean variable) {

	/**
	 * What is done with an argument.
	 */
	enum Kind {

		/** It is a parameter of the request. */
		VALUE,

		/** Its properties are named parameters of the request. */
		SPREAD,

		/** It says what the call does differently. */
		OPTIONS,

		/** It holds HTTP headers of the request. */
		HEADERS

	}

}
