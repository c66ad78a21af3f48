package io.github.jsonrpcspring.client;

import java.lang.reflect.Type;
import java.util.Map;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The types of results as Jackson knows them, each resolved once.
 */
final class ResultTypes {

	private final JsonMapper mapper;

	private final Map<Type, JavaType> resolved = new ConcurrentReferenceHashMap<>();

	ResultTypes(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Return the type. One of Jackson's is taken as it is, as equal ones may have other
	 * handlers.
	 */
	JavaType of(Type type) {
		if (type instanceof JavaType resolved) {
			return resolved;
		}
		JavaType known = this.resolved.get(type);
		if (known == null) {
			known = this.mapper.constructType(type);
			this.resolved.put(type, known);
		}
		return known;
	}

	/**
	 * Return the type to read a result as. A primitive is read as its wrapper: mappers
	 * may make a zero of null.
	 */
	JavaType read(JavaType type) {
		return type.isPrimitive() ? of(ClassUtils.resolvePrimitiveIfNecessary(type.getRawClass())) : type;
	}

}
