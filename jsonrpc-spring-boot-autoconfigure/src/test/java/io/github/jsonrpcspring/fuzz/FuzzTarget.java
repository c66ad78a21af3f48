package io.github.jsonrpcspring.fuzz;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A set of properties that hold of any input. A check throws what the product should not
 * have thrown, or the error of an assertion.
 */
enum FuzzTarget {

	RESPONSES(() -> ResponseProperties::check),

	REQUESTS(() -> RequestProperties::check),

	CALLS(() -> new CallProperties()::check),

	BATCHES(() -> new BatchProperties()::check),

	STREAMS(() -> new StreamProperties()::check);

	private final Supplier<Consumer<Choices>> properties;

	FuzzTarget(Supplier<Consumer<Choices>> properties) {
		this.properties = properties;
	}

	/**
	 * Return the check, for one thread.
	 */
	Consumer<Choices> properties() {
		return this.properties.get();
	}

}
