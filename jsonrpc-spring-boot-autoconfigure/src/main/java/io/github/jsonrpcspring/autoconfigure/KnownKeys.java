package io.github.jsonrpcspring.autoconfigure;

import java.beans.PropertyDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsProperties;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * The keys that a properties class takes, read from its structure when a failure is
 * described.
 */
final class KnownKeys {

	private KnownKeys() {
	}

	/**
	 * Return the keys of a class and the classes nested in it, such as
	 * {@code auth.basic.username} and {@code methods[0].match}.
	 */
	static List<String> of(Class<?> type) {
		List<String> keys = new ArrayList<>();
		addAll(keys, "", type);
		return keys;
	}

	/**
	 * Return the keys directly below a class.
	 */
	static List<String> directlyBelow(Class<?> type) {
		List<String> keys = new ArrayList<>();
		forEachProperty(type, (name, property) -> keys.add(name));
		return keys;
	}

	/**
	 * Whether a class takes keys and no value.
	 */
	static boolean isGroup(Class<?> type) {
		return !type.isEnum() && (ClassUtils.getPackageName(type).equals(KnownKeys.class.getPackageName())
				|| type.getEnclosingClass() == HttpClientSettingsProperties.class);
	}

	private static void addAll(List<String> keys, String prefix, Class<?> type) {
		forEachProperty(type, (name, property) -> add(keys, prefix + name, property));
	}

	private static void add(List<String> keys, String key, ResolvableType property) {
		Class<?> type = property.resolve(Object.class);
		if (Map.class.isAssignableFrom(type)) {
			keys.add(key + ".<name>");
		}
		else if (Collection.class.isAssignableFrom(type) && isGroup(property.getGeneric().resolve(Object.class))) {
			addAll(keys, key + "[0].", property.getGeneric().resolve(Object.class));
		}
		else if (isGroup(type)) {
			addAll(keys, key + ".", type);
		}
		else {
			keys.add(key);
		}
	}

	private static void forEachProperty(Class<?> type, BiConsumer<String, ResolvableType> action) {
		if (type.isRecord()) {
			for (RecordComponent component : type.getRecordComponents()) {
				action.accept(dashed(component.getName()), ResolvableType.forType(component.getGenericType()));
			}
			return;
		}
		Arrays.stream(BeanUtils.getPropertyDescriptors(type))
			.filter((property) -> property.getReadMethod() != null && !property.getName().equals("class"))
			.forEach((property) -> action.accept(dashed(property.getName()), typeOf(property)));
	}

	private static ResolvableType typeOf(PropertyDescriptor property) {
		return ResolvableType.forMethodReturnType(property.getReadMethod());
	}

	private static String dashed(String name) {
		return DataObjectPropertyName.toDashedForm(name);
	}

}
