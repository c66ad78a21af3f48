package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.JsonRpcIdGenerator;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds the id generator that a strategy names: one of ours, new for each client, or a
 * bean.
 */
final class IdGenerators {

	private static final Map<String, Supplier<JsonRpcIdGenerator>> STRATEGIES = strategies();

	private final ListableBeanFactory beanFactory;

	IdGenerators(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	private static Map<String, Supplier<JsonRpcIdGenerator>> strategies() {
		Map<String, Supplier<JsonRpcIdGenerator>> strategies = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		strategies.put("decimal", JsonRpcIdGenerator::decimal);
		strategies.put("hex", JsonRpcIdGenerator::hex);
		strategies.put("random", JsonRpcIdGenerator::random);
		strategies.put("uuid", JsonRpcIdGenerator::uuid);
		return strategies;
	}

	/**
	 * Find the generator for a strategy, without creating a bean yet.
	 * @throws JsonRpcConfigurationException if there is none
	 */
	Supplier<JsonRpcIdGenerator> find(Setting<String> strategy) {
		String name = strategy.value();
		Supplier<JsonRpcIdGenerator> known = STRATEGIES.get(name);
		if (known != null) {
			return known;
		}
		if (this.beanFactory.containsBean(name) && this.beanFactory.isTypeMatch(name, JsonRpcIdGenerator.class)) {
			return () -> this.beanFactory.getBean(name, JsonRpcIdGenerator.class);
		}
		throw strategy.refuse("names an id strategy '" + name + "' that does not exist",
				"Use one of: " + String.join(", ", available()) + "; or define a bean '" + name + "' of type "
						+ JsonRpcIdGenerator.class.getSimpleName() + ".");
	}

	private List<String> available() {
		List<String> names = new ArrayList<>(STRATEGIES.keySet());
		names.addAll(List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
				JsonRpcIdGenerator.class, true, false)));
		return names;
	}

}
