package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says what is wrong with a client interface, and the way out.
 */
class InvalidJsonRpcClientFailureAnalyzer extends AbstractFailureAnalyzer<InvalidJsonRpcClientException> {

	private final Environment environment;

	InvalidJsonRpcClientFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidJsonRpcClientException cause) {
		String description = cause.description();
		if (!OnJsonRpcEnabledCondition.isEnabled(this.environment)) {
			description += " 'jsonrpc.enabled' is false, so that no client is configured by properties.";
		}
		return new FailureAnalysis(description, cause.action(), cause);
	}

}
