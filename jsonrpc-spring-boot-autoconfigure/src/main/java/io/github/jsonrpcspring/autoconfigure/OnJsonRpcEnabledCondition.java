package io.github.jsonrpcspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches unless {@code jsonrpc.enabled} is false in one of the words that binding takes.
 * A text that is neither true nor false matches, so that binding the properties complains
 * about it; the conditions of Spring Boot would take it, and 'on', for false.
 */
class OnJsonRpcEnabledCondition extends SpringBootCondition {

	private static final String PROPERTY = JsonRpcProperties.PREFIX + ".enabled";

	private static final ConditionMessage.Builder MESSAGE = ConditionMessage.forCondition("JSON-RPC clients");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		try {
			BindResult<Boolean> enabled = Binder.get(context.getEnvironment()).bind(PROPERTY, Boolean.class);
			return enabled.isBound() ? outcome(enabled.get(), "is " + enabled.get()) : outcome(true, "is not set");
		}
		catch (BindException ex) {
			return outcome(true, "is neither true nor false, which is refused later");
		}
	}

	/**
	 * Return whether clients are enabled, as far as that can be told.
	 */
	static boolean isEnabled(Environment environment) {
		try {
			return !Boolean.FALSE.equals(Binder.get(environment).bind(PROPERTY, Boolean.class).orElse(null));
		}
		catch (BindException ex) {
			return true;
		}
	}

	private static ConditionOutcome outcome(boolean match, String reason) {
		return new ConditionOutcome(match, MESSAGE.because("'" + PROPERTY + "' " + reason));
	}

}
