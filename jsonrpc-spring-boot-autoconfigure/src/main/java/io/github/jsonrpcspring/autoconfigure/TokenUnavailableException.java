package io.github.jsonrpcspring.autoconfigure;

import java.util.regex.Pattern;

import io.github.jsonrpcspring.client.NoCredentialsException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * There is no access token. It has no cause, as messages of causes show the URL of the
 * token endpoint and what it answered.
 */
final class TokenUnavailableException extends NoCredentialsException {

	private static final long serialVersionUID = 1L;

	private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,50}");

	TokenUnavailableException(String registrationId, String reason) {
		super("No access token for the client registration '" + registrationId + "': " + reason, null);
	}

	static TokenUnavailableException of(String registrationId, Throwable failure) {
		if (failure instanceof TokenUnavailableException unavailable) {
			return unavailable;
		}
		String type = NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName();
		if (failure instanceof OAuth2AuthorizationException refused
				&& ERROR_CODE.matcher(refused.getError().getErrorCode()).matches()) {
			return new TokenUnavailableException(registrationId, refused.getError().getErrorCode() + ", " + type);
		}
		return new TokenUnavailableException(registrationId, type);
	}

}
