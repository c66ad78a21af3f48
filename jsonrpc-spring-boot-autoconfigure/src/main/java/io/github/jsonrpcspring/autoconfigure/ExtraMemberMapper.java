package io.github.jsonrpcspring.autoconfigure;

import java.math.BigInteger;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcClientSettingsBuilder;

/**
 * Maps the further members of every request object.
 */
final class ExtraMemberMapper {

	private static final Set<String> DEFINED = Set.of("jsonrpc", "method", "params", "id");

	private ExtraMemberMapper() {
	}

	static void map(MergedProperties properties, JsonRpcClientSettingsBuilder builder) {
		properties.forEachEntry("extra-members", CommonProperties::getExtraMembers,
				(name, value) -> builder.extraMember(name, member(name, value)));
	}

	private static Object member(String name, Setting<Object> member) {
		if (DEFINED.contains(name)) {
			throw member.refuse("names a member that JSON-RPC itself defines",
					"Use another name, or set it where requests are made.");
		}
		Object value = member.value();
		if (value instanceof String text) {
			return Secrets.resolved(new Setting<>(member.property(), text));
		}
		if (value instanceof Integer || value instanceof Long || value instanceof BigInteger
				|| value instanceof Boolean) {
			return value;
		}
		throw member.refuse("is neither text nor an integer nor a boolean",
				"Put quotes around a text, brackets around a name with dots (\"[a.b]\"), "
						+ "and add anything nested with an interceptor or for the call.");
	}

}
