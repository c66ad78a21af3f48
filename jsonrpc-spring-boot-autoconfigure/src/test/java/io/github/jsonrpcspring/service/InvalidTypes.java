package io.github.jsonrpcspring.service;

import java.util.stream.Stream;

/**
 * Types that cannot become a client.
 */
final class InvalidTypes {

	private static final String NO_INTERFACE = "A class or an annotation type instead of an interface";

	private static final String NOT_PUBLIC = "A public interface whose method returns or throws a type that is not "
			+ "public";

	private InvalidTypes() {
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(
				Mistake.of(NO_INTERFACE, AClass.class, "is no interface",
						"Declare an interface whose methods are the remote ones."),
				Mistake.of(NO_INTERFACE, AnAnnotation.class, "is no interface",
						"Declare an interface whose methods are the remote ones."),
				Mistake.of("A sealed interface", Sealed.class, "is sealed, so that nothing else can implement it",
						"Remove 'sealed' from the interface."),
				Mistake.of("An interface with a type parameter that nothing binds", Generic.class,
						"has the type parameter T, which nothing binds",
						"Declare an interface that extends it with an actual type, and make that one the client."),
				Mistake.of("A parent interface with a type parameter and no type argument", RawChild.class,
						"method call() is inherited from Generic without a type argument",
						"Extend it with an actual type."),
				notPublic(ReturnsHidden.class, Hidden.class), notPublic(ReturnsHiddenArray.class, Hidden[].class),
				notPublic(ThrowsHidden.class, HiddenException.class));
	}

	private static Mistake notPublic(Class<?> type, Class<?> hidden) {
		return Mistake.of(NOT_PUBLIC, type,
				"method call() uses " + hidden.getTypeName() + ", which is not public although the interface is",
				"Make the type public, or the interface package-private.");
	}

	@JsonRpcClient
	static class AClass {

	}

	@interface AnAnnotation {

	}

	sealed interface Sealed {

		void call();

	}

	static final class Implementation implements Sealed {

		@Override
		public void call() {
		}

	}

	interface Generic<T> {

		T call();

	}

	@SuppressWarnings("rawtypes")
	interface RawChild extends Generic {

	}

	record Hidden() {
	}

	static class HiddenException extends Exception {

		private static final long serialVersionUID = 1L;

	}

	public interface ReturnsHidden {

		Hidden call();

	}

	public interface ReturnsHiddenArray {

		Hidden[] call();

	}

	public interface ThrowsHidden {

		void call() throws HiddenException;

	}

}
