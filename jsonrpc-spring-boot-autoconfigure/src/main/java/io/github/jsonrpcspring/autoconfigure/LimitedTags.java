package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.core.env.Environment;

/**
 * Limits the distinct methods among the tags, which a caller may choose, and the distinct
 * error codes, which a server chooses.
 */
final class LimitedTags {

	static final String MAX_METHOD_TAGS = JsonRpcProperties.PREFIX + ".metrics.max-method-tags";

	private static final int DEFAULT_MAX_METHOD_TAGS = 100;

	private static final int MAX_CODE_TAGS = 100;

	private LimitedTags() {
	}

	/**
	 * Limit the methods of meters. A wrong maximum is refused with the other properties.
	 * @param meters what the names of the meters begin with
	 */
	static MaximumAllowableTagsMeterFilter ofMethods(String meters, Environment environment) {
		return filter(meters, LowCardinalityKeyNames.METHOD, maxMethodTags(environment),
				"Calls of other methods are not measured. Are method names made up at run time? '" + MAX_METHOD_TAGS
						+ "' sets the maximum.");
	}

	static MaximumAllowableTagsMeterFilter ofCodes(String meters) {
		return filter(meters, LowCardinalityKeyNames.STATUS_CODE, MAX_CODE_TAGS,
				"Calls with other error codes are not measured.");
	}

	/**
	 * Create a filter in which 'none', of batches and successes, does not count.
	 */
	private static MaximumAllowableTagsMeterFilter filter(String meters, LowCardinalityKeyNames key, int maximum,
			String hint) {
		MaximumAllowableTagsMeterFilter filter = new MaximumAllowableTagsMeterFilter(meters, key.asString(),
				maximum + 1, hint);
		filter.accept(new Meter.Id(meters, Tags.of(key.asString(), KeyValue.NONE_VALUE), null, null, Meter.Type.TIMER));
		return filter;
	}

	private static int maxMethodTags(Environment environment) {
		try {
			BindResult<Integer> maximum = Binder.get(environment).bind(MAX_METHOD_TAGS, Integer.class);
			return maximum.isBound() ? Math.max(1, maximum.get()) : DEFAULT_MAX_METHOD_TAGS;
		}
		catch (BindException ex) {
			return DEFAULT_MAX_METHOD_TAGS;
		}
	}

}
