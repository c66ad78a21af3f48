package io.github.jsonrpcspring.autoconfigure;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches unless {@code jsonrpc.enabled} says no. A text that is neither yes nor no
 * matches, so that binding the properties complains about it.
 */
class OnJsonRpcEnabledCondition extends SpringBootCondition {

	private static final String PROPERTY = JsonRpcProperties.PREFIX + ".enabled";

	private static final Set<String> NO = Set.of("false", "off", "no", "0");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		BindResult<String> enabled = Binder.get(context.getEnvironment()).bind(PROPERTY, String.class);
		boolean match = !enabled.isBound() || !NO.contains(enabled.get().strip().toLowerCase(Locale.ROOT));
		ConditionMessage message = ConditionMessage.forCondition("'" + PROPERTY + "'")
			.because(match ? "it does not say no" : "it says no");
		return new ConditionOutcome(match, message);
	}

}
