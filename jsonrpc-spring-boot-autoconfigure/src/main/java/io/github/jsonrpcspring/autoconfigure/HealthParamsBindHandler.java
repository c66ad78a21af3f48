package io.github.jsonrpcspring.autoconfigure;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Lets the parameters of a health check be JSON text, which no converter makes a map of,
 * and refuses such text beside elements of which binding would take the elements only.
 */
final class HealthParamsBindHandler extends AbstractBindHandler {

	HealthParamsBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		if (isParams(name, target) && findText(name, context) != null) {
			throw new JsonRpcConfigurationException(name.toString(), "is JSON text and has elements of its own",
					"Use one of the two, in all files and profiles and in the environment.");
		}
		return super.onSuccess(name, target, context, result);
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (isParams(name, target) && !(error instanceof JsonRpcConfigurationException)) {
			String text = findText(name, context);
			if (text != null) {
				return Map.of(HealthParams.JSON, text);
			}
		}
		return super.onFailure(name, target, context, error);
	}

	private static boolean isParams(ConfigurationPropertyName name, Bindable<?> target) {
		return Map.class.isAssignableFrom(target.getType().resolve(Object.class))
				&& name.toString().matches("jsonrpc\\.(defaults|clients\\.[^.]+)\\.health\\.params");
	}

	private static @Nullable String findText(ConfigurationPropertyName name, BindContext context) {
		String text = context.getBinder().bind(name, Bindable.of(String.class)).orElse(null);
		return (text != null && HealthParams.isJson(text)) ? text : null;
	}

}
