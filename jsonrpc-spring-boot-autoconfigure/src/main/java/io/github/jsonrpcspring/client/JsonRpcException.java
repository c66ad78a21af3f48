package io.github.jsonrpcspring.client;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;

/**
 * Root of the exceptions of this client. No message holds a credential, userinfo or a
 * query string.
 *
 * @since 0.1.0
 */
public abstract class JsonRpcException extends NestedRuntimeException {

	private static final long serialVersionUID = 1L;

	private final String client;

	private final @Nullable String method;

	private final transient @Nullable JsonRpcId id;

	JsonRpcException(CallSite site, String message, @Nullable Throwable cause) {
		super(site.describe() + message, cause);
		this.client = site.client();
		this.method = site.method();
		this.id = site.id();
	}

	/**
	 * Return the client's name.
	 * @return the name
	 */
	public String client() {
		return this.client;
	}

	/**
	 * Return the method that was called.
	 * @return the method's name, {@code null} for a batch as a whole
	 */
	public @Nullable String method() {
		return this.method;
	}

	/**
	 * Return the id of the request.
	 * @return the id; {@code null} for a notification, for a batch as a whole, and after
	 * serialization
	 */
	public @Nullable JsonRpcId id() {
		return this.id;
	}

}
