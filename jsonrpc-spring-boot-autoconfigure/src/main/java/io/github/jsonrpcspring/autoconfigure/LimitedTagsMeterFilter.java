package io.github.jsonrpcspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Limits the distinct methods among the tags, which a caller may choose, and the distinct
 * error codes, which a server chooses.
 */
final class LimitedTagsMeterFilter implements MeterFilter {

	static final String MAX_METHOD_TAGS = JsonRpcProperties.PREFIX + ".metrics.max-method-tags";

	private static final int DEFAULT_MAX_METHOD_TAGS = 100;

	private static final int MAX_CODE_TAGS = 100;

	private static final String OWN_METERS = "jsonrpc.client.";

	private final List<MeterFilter> filters = new ArrayList<>();

	/**
	 * Create a filter.
	 * @param maxMethodTags the most distinct methods of a metric
	 * @param convention the convention that names the observations
	 */
	LimitedTagsMeterFilter(int maxMethodTags, JsonRpcClientObservationConvention convention) {
		limit(OWN_METERS, maxMethodTags);
		String name = convention.getName();
		if (StringUtils.hasLength(name) && !name.startsWith(OWN_METERS)) {
			limit(name, maxMethodTags);
		}
	}

	private void limit(String meters, int maxMethodTags) {
		this.filters.add(new MaximumAllowableTagsMeterFilter(meters, LowCardinalityKeyNames.METHOD.asString(),
				maxMethodTags, "Calls of other methods are not measured. Are method names made up at run time? '"
						+ MAX_METHOD_TAGS + "' sets the maximum."));
		this.filters.add(new MaximumAllowableTagsMeterFilter(meters, LowCardinalityKeyNames.STATUS_CODE.asString(),
				MAX_CODE_TAGS, "Calls with other error codes are not measured."));
	}

	/**
	 * Return the maximum that is configured. A wrong value is refused with the other
	 * properties.
	 */
	static int maxMethodTags(Environment environment) {
		try {
			BindResult<Integer> maximum = Binder.get(environment).bind(MAX_METHOD_TAGS, Integer.class);
			return maximum.isBound() ? Math.max(1, maximum.get()) : DEFAULT_MAX_METHOD_TAGS;
		}
		catch (BindException ex) {
			return DEFAULT_MAX_METHOD_TAGS;
		}
	}

	@Override
	public MeterFilterReply accept(Meter.Id id) {
		for (MeterFilter filter : this.filters) {
			if (filter.accept(id) == MeterFilterReply.DENY) {
				return MeterFilterReply.DENY;
			}
		}
		return MeterFilterReply.NEUTRAL;
	}

}
