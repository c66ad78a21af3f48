package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcspring.autoconfigure.CommonProperties.EmptyParams;
import io.github.jsonrpcspring.autoconfigure.CommonProperties.Method;
import io.github.jsonrpcspring.autoconfigure.CommonProperties.NullParams;
import io.github.jsonrpcspring.autoconfigure.CommonProperties.Params;
import io.github.jsonrpcspring.autoconfigure.JsonRpcProperties.Client;
import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcClientSettingsBuilder;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * Makes the settings of a client out of its properties and the defaults.
 */
final class ClientSettingsMapper {

	private ClientSettingsMapper() {
	}

	/**
	 * Map the properties of a client.
	 * @param name the client's name
	 * @param client the client's properties
	 * @param defaults the defaults
	 * @return the settings, without a target if there is no URL
	 * @throws JsonRpcConfigurationException if a value is wrong
	 */
	static JsonRpcClientSettings map(String name, Client client, CommonProperties defaults) {
		MergedProperties properties = new MergedProperties(name, client, defaults);
		JsonRpcClientSettings base = JsonRpcClientSettings.defaults(name);
		JsonRpcClientSettingsBuilder builder = base.mutate();
		HeaderMapper.map(properties, builder);
		AuthMapper.map(properties, client, builder);
		ExtraMemberMapper.map(properties, builder);
		mapProtocol(properties, builder);
		mapCalls(properties, builder);
		builder.batch(batch(properties, base.batch()));
		builder.log(log(properties, base.log()));
		return builder.build();
	}

	private static void mapProtocol(MergedProperties properties, JsonRpcClientSettingsBuilder builder) {
		properties.findText("validation", CommonProperties::getValidation)
			.map(Words::validation)
			.ifPresent(builder::validation);
		JsonRpcVersion version = properties.findText("version", CommonProperties::getVersion)
			.map(Words::version)
			.orElse(JsonRpcVersion.V2_0);
		builder.version(version);
		properties.find("params", CommonProperties::getParams)
			.map((params) -> isNamed(params, version))
			.ifPresent(builder::namedParams);
		properties.find("empty-params", CommonProperties::getEmptyParams)
			.map((empty) -> empty.value() == EmptyParams.SEND)
			.ifPresent(builder::sendEmptyParams);
		properties.find("null-params", CommonProperties::getNullParams)
			.map((nulls) -> nulls.value() == NullParams.OMIT)
			.ifPresent(builder::omitNullParams);
	}

	private static boolean isNamed(Setting<Params> params, JsonRpcVersion version) {
		boolean named = params.value() == Params.NAMED;
		if (named && version == JsonRpcVersion.V1_0) {
			throw params.refuse("is 'named', which JSON-RPC 1.0 does not have",
					"Use 'positional', or version 2.0 if the server speaks it.");
		}
		return named;
	}

	private static void mapCalls(MergedProperties properties, JsonRpcClientSettingsBuilder builder) {
		properties.find("timeout", CommonProperties::getTimeout).map(Limits::timeout).ifPresent(builder::timeout);
		properties.find("max-response-size", CommonProperties::getMaxResponseSize)
			.map(Limits::bytes)
			.ifPresent(builder::maxResponseSize);
		properties.find("methods", CommonProperties::getMethods)
			.map(ClientSettingsMapper::methods)
			.ifPresent(builder::methods);
	}

	private static List<JsonRpcClientSettings.Method> methods(Setting<List<Method>> methods) {
		List<JsonRpcClientSettings.Method> result = new ArrayList<>();
		for (Method method : methods.value()) {
			String entry = methods.property() + "[" + result.size() + "]";
			if (method.match() == null || method.match().isBlank()) {
				throw new JsonRpcConfigurationException(entry + ".match", "is missing",
						"Set it to the name of a method, or to a pattern such as 'eth_*'.");
			}
			if (method.timeout() != null) {
				Limits.timeout(new Setting<>(entry + ".timeout", method.timeout()));
			}
			Long maxResponseSize = (method.maxResponseSize() != null)
					? Limits.bytes(new Setting<>(entry + ".max-response-size", method.maxResponseSize())) : null;
			result.add(new JsonRpcClientSettings.Method(method.match().strip(), method.timeout(), maxResponseSize,
					method.log()));
		}
		return result;
	}

	private static JsonRpcClientSettings.Batch batch(MergedProperties properties, JsonRpcClientSettings.Batch base) {
		boolean enabled = properties.find("batch.enabled", (common) -> common.getBatch().enabled())
			.map(Setting::value)
			.orElse(base.enabled());
		int maxSize = properties.find("batch.max-size", (common) -> common.getBatch().maxSize())
			.map(Limits::atLeastOne)
			.orElse(base.maxSize());
		return new JsonRpcClientSettings.Batch(enabled, maxSize);
	}

	private static JsonRpcClientSettings.Log log(MergedProperties properties, JsonRpcClientSettings.Log base) {
		int maxLength = properties.find("log.max-length", (common) -> common.getLog().maxLength())
			.map(Limits::atLeastOne)
			.orElse(base.maxLength());
		return properties.find("log.mask", (common) -> common.getLog().mask())
			.map((mask) -> log(maxLength, mask))
			.orElse(new JsonRpcClientSettings.Log(maxLength, base.mask()));
	}

	private static JsonRpcClientSettings.Log log(int maxLength, Setting<List<String>> mask) {
		try {
			return new JsonRpcClientSettings.Log(maxLength, Set.copyOf(mask.value()));
		}
		catch (IllegalArgumentException ex) {
			throw mask.refuse("has an entry that hides nothing: " + ex.getMessage(),
					"List names of members, such as 'password', and JSON pointers, such as '/params/0', with '~1' for '/'"
							+ " and '~0' for '~' in a name.");
		}
	}

}
