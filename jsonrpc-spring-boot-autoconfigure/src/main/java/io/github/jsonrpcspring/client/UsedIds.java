package io.github.jsonrpcspring.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ids of one batch, of which no two may be alike. Ids that count upwards, as those of
 * most clients do, are told apart by that alone.
 */
final class UsedIds {

	/** The ids so far, each higher than the one before. */
	private final List<JsonRpcId> counted = new ArrayList<>();

	private long highest;

	/** What tells the ids apart, once they do not count upwards. */
	private @Nullable Set<Object> distinctions;

	/**
	 * Add an id.
	 * @return whether there was none like it
	 */
	boolean add(JsonRpcId id) {
		if (this.distinctions == null && countsUpwards(id)) {
			this.highest = id.toTree().longValue();
			this.counted.add(id);
			return true;
		}
		if (this.distinctions == null) {
			this.distinctions = new HashSet<>();
			for (JsonRpcId one : this.counted) {
				this.distinctions.add(distinction(one));
			}
		}
		return this.distinctions.add(distinction(id));
	}

	private boolean countsUpwards(JsonRpcId id) {
		JsonNode value = id.toTree();
		return value.isLong() && (this.counted.isEmpty() || value.longValue() > this.highest);
	}

	/**
	 * Return what tells ids apart where a number equals its text.
	 */
	private static Object distinction(JsonRpcId id) {
		String text = id.text();
		return (text != null) ? text : id;
	}

}
