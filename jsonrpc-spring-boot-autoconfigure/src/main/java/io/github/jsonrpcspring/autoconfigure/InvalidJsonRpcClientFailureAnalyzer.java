package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.service.InvalidJsonRpcClientException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with a client interface, and the way out.
 */
class InvalidJsonRpcClientFailureAnalyzer extends AbstractFailureAnalyzer<InvalidJsonRpcClientException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidJsonRpcClientException cause) {
		return new FailureAnalysis(cause.description(), cause.action(), cause);
	}

}
