package io.github.jsonrpcspring.service;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Throws checked exceptions that errors are mapped to, also where an error comes behind
 * the elements.
 *
 * @param elements the elements
 * @param <E> the type of the elements
 */
record MappedIterator<E>(Iterator<E> elements) implements Iterator<E> {

	static <E> Stream<E> map(Stream<E> stream) {
		Spliterator<E> mapped = Spliterators.spliteratorUnknownSize(new MappedIterator<>(stream.iterator()),
				Spliterator.ORDERED | Spliterator.NONNULL);
		return StreamSupport.stream(mapped, false).onClose(stream::close);
	}

	@Override
	public boolean hasNext() {
		return unwrap(this.elements::hasNext);
	}

	@Override
	public E next() {
		return unwrap(this.elements::next);
	}

	private static <T> T unwrap(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (MappedException ex) {
			throw MappedIterator.<RuntimeException>unchecked(ex.exception());
		}
	}

	/**
	 * Make the compiler believe that an exception is unchecked. The method that returned
	 * the stream declares it.
	 */
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	private static <X extends Exception> X unchecked(Exception exception) throws X {
		throw (X) exception;
	}

}
