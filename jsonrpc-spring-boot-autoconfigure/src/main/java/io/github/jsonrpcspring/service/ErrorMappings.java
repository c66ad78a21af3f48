package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcExceptionTranslator;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * The mappings of a method or an interface, in the order in which they are asked.
 *
 * @param mappings the mappings
 */
record ErrorMappings(List<ErrorMapping> mappings) implements JsonRpcExceptionTranslator {

	private static final ErrorMappings NONE = new ErrorMappings(List.of());

	/**
	 * Read the mappings of an interface, or of one of its methods.
	 * @throws InvalidJsonRpcClientException if one is wrong or two contradict each other
	 */
	static ErrorMappings of(ServiceType service, @Nullable Method method, MergedAnnotations annotations) {
		Map<Object, List<ErrorMapping>> places = new LinkedHashMap<>();
		annotations.stream(JsonRpcErrorMapping.class)
			.forEach((annotation) -> place(places, annotation).addAll(read(service, method, annotation)));
		if (places.isEmpty()) {
			return NONE;
		}
		List<ErrorMapping> all = new ArrayList<>();
		for (List<ErrorMapping> mappings : places.values()) {
			checkOverlap(service, method, mappings);
			mappings.stream().sorted(Comparator.comparing(ErrorMapping::isRange)).forEach(all::add);
		}
		return new ErrorMappings(List.copyOf(all));
	}

	private static List<ErrorMapping> place(Map<Object, List<ErrorMapping>> places,
			MergedAnnotation<JsonRpcErrorMapping> annotation) {
		return places.computeIfAbsent(String.valueOf(annotation.getSource()), (source) -> new ArrayList<>());
	}

	private static List<ErrorMapping> read(ServiceType service, @Nullable Method method,
			MergedAnnotation<JsonRpcErrorMapping> annotation) {
		long[] codes = annotation.getLongArray("code");
		long from = annotation.getLong("from");
		long to = annotation.getLong("to");
		boolean range = from != Long.MAX_VALUE || to != Long.MIN_VALUE;
		if (range == codes.length > 0) {
			throw service.invalid(method, "has an error mapping " + (range ? "by code and by range" : "without a code"),
					"Give it either 'code', or 'from' and 'to'.");
		}
		if (range && from >= to) {
			throw service.invalid(method,
					(from == Long.MAX_VALUE || to == Long.MIN_VALUE) ? "has an error mapping with one end of a range"
							: "has an error mapping from " + from + " to " + to + ", which is no range",
					"Set 'from' to the lowest code and 'to' to the highest one, such as from = -32099, to = -32000.");
		}
		Class<?> type = annotation.getClass("exception");
		MappedExceptions exceptions = new MappedExceptions(service, method);
		List<ErrorMapping> mappings = new ArrayList<>();
		if (range) {
			mappings.add(new ErrorMapping(from, to, exceptions.factory(type, from, to)));
		}
		for (long code : codes) {
			mappings.add(new ErrorMapping(code, code, exceptions.factory(type, code, code)));
		}
		return mappings;
	}

	private static void checkOverlap(ServiceType service, @Nullable Method method, List<ErrorMapping> mappings) {
		for (int i = 0; i < mappings.size(); i++) {
			for (int j = 0; j < i; j++) {
				if (mappings.get(i).overlaps(mappings.get(j))) {
					throw service.invalid(method,
							"has error mappings that overlap, for " + mappings.get(j).codes() + " and for "
									+ mappings.get(i).codes(),
							"Map each code to one exception; a single code may stand beside a range that holds it.");
				}
			}
		}
	}

	/**
	 * Return these mappings followed by those of others that a method may throw.
	 */
	ErrorMappings and(ErrorMappings others, Method method) {
		if (others.isEmpty()) {
			return this;
		}
		List<ErrorMapping> all = new ArrayList<>(this.mappings);
		others.mappings.stream().filter((mapping) -> mapping.isAllowedIn(method)).forEach(all::add);
		return new ErrorMappings(List.copyOf(all));
	}

	boolean isEmpty() {
		return this.mappings.isEmpty();
	}

	@Override
	public @Nullable RuntimeException translate(JsonRpcErrorException error) {
		for (ErrorMapping mapping : this.mappings) {
			if (mapping.matches(error)) {
				return mapping.exception().create(error);
			}
		}
		return null;
	}

}
