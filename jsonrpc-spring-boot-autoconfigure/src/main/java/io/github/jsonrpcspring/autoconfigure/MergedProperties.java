package io.github.jsonrpcspring.autoconfigure;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The properties of a client with the defaults behind them.
 *
 * @param name the client's name
 * @param client the client's properties
 * @param defaults the defaults
 */
record MergedProperties(String name, CommonProperties client, CommonProperties defaults) {

	static final String DEFAULTS = JsonRpcProperties.PREFIX + ".defaults.";

	/**
	 * Return the full name of a key of this client.
	 */
	String key(String key) {
		return JsonRpcProperties.PREFIX + ".clients." + this.name + "." + key;
	}

	/**
	 * Find the value that counts.
	 */
	<T> Optional<Setting<T>> find(String key, Getter<T> getter) {
		@Nullable T own = getter.get(this.client);
		if (own != null) {
			return Optional.of(new Setting<>(key(key), own));
		}
		@Nullable T inherited = getter.get(this.defaults);
		return (inherited != null) ? Optional.of(new Setting<>(DEFAULTS + key, inherited)) : Optional.empty();
	}

	/**
	 * Find the text that counts. Blank text is as good as none.
	 */
	Optional<Setting<String>> findText(String key, Getter<String> getter) {
		return find(key, (properties) -> {
			String text = getter.get(properties);
			return (text != null && !text.isBlank()) ? text.strip() : null;
		});
	}

	/**
	 * Pass on the value of the defaults and of the client, whichever there is.
	 */
	<T> void forEach(String key, Getter<T> getter, Consumer<Setting<T>> action) {
		@Nullable T inherited = getter.get(this.defaults);
		if (inherited != null) {
			action.accept(new Setting<>(DEFAULTS + key, inherited));
		}
		@Nullable T own = getter.get(this.client);
		if (own != null) {
			action.accept(new Setting<>(key(key), own));
		}
	}

	/**
	 * Pass on the entries of a map, those of the defaults first.
	 */
	<T> void forEachEntry(String key, Function<CommonProperties, Map<String, T>> getter,
			BiConsumer<String, Setting<T>> action) {
		getter.apply(this.defaults)
			.forEach((name, value) -> action.accept(name, new Setting<>(DEFAULTS + key + "." + name, value)));
		getter.apply(this.client)
			.forEach((name, value) -> action.accept(name, new Setting<>(key(key) + "." + name, value)));
	}

	/**
	 * Gets a value that may not be set.
	 *
	 * @param <T> the type of the value
	 */
	@FunctionalInterface
	interface Getter<T> {

		@Nullable T get(CommonProperties properties);

	}

}
