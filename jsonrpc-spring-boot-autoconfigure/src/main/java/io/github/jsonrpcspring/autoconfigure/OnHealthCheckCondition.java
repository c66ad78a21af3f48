package io.github.jsonrpcspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if any client has a method to check its health with, be it one that
 * {@link ClientConfigurations} refuses. What cannot be bound has been refused by the time
 * that this is asked.
 */
class OnHealthCheckCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final ConditionMessage.Builder MESSAGE = ConditionMessage.forCondition("JSON-RPC health checks");

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean any = HealthMapper.isAnyChecked(JsonRpcPropertiesBinder.bind(context.getEnvironment()));
		return new ConditionOutcome(any, MESSAGE.because((any ? "a" : "no") + " client has a 'health.method'"));
	}

}
