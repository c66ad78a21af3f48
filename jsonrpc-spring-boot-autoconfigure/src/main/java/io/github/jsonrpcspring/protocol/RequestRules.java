package io.github.jsonrpcspring.protocol;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The rules of the specification that a request is built by.
 */
final class RequestRules {

	private static final Set<String> STANDARD_MEMBERS = Set.of("jsonrpc", "method", "params", "id");

	private RequestRules() {
	}

	static void checkMethod(String method, boolean reservedAllowed) {
		require(!method.isBlank(), "method must not be blank", "2.0, section 4");
		if (!reservedAllowed && method.startsWith("rpc.")) {
			require(false, "method '" + method
					+ "': names that begin with 'rpc.' are reserved, build the request with allowReserved() to call a system extension",
					"2.0, section 4");
		}
	}

	static void checkId(@Nullable JsonRpcId id, boolean notification, @Nullable JsonRpcVersion version) {
		if (id == null) {
			return;
		}
		require(!notification, "a notification must not have an id", "2.0, section 4.1");
		if (version == JsonRpcVersion.V1_0) {
			require(!id.isNull(), "id must not be null: that is a notification, use notification()",
					"1.0, section 1.3");
			return;
		}
		String violation = id.violation();
		require(violation == null, violation, "2.0, section 4");
	}

	static void checkParams(Params params, @Nullable JsonRpcVersion version) {
		require(version != JsonRpcVersion.V1_0 || params.values() != null || !params.hasNames(),
				"params must be an array: version 1.0 has no named parameters", "1.0, section 1.1");
	}

	static void checkMember(String name) {
		if (STANDARD_MEMBERS.contains(name)) {
			throw new IllegalArgumentException(
					"'" + name + "' is a member of every request and cannot be a further one");
		}
	}

	private static void require(boolean holds, @Nullable String rule, String section) {
		if (!holds) {
			throw new IllegalArgumentException(rule + " (JSON-RPC " + section + ")");
		}
	}

}
