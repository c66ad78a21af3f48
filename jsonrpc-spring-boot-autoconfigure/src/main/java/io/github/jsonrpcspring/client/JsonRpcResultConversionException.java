package io.github.jsonrpcspring.client;

import org.jspecify.annotations.Nullable;

/**
 * The server answered with a result that does not fit the Java type. The message names
 * type and JSON path, never the value.
 *
 * @since 0.1.0
 */
public class JsonRpcResultConversionException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private static final int LONGEST_PATH = 200;

	private final String targetType;

	private final String path;

	JsonRpcResultConversionException(CallSite site, String targetType, String path, String reason,
			@Nullable Throwable cause) {
		super(site, "the result" + (path.isEmpty() ? "" : " at " + TextExcerpt.of(path, LONGEST_PATH))
				+ " does not fit " + targetType + ": " + reason, cause);
		this.targetType = targetType;
		this.path = path;
	}

	/**
	 * Return the Java type that was asked for.
	 * @return the type's name
	 */
	public String targetType() {
		return this.targetType;
	}

	/**
	 * Return where in the result the misfit is.
	 * @return a JSON pointer, empty for the result itself
	 */
	public String path() {
		return this.path;
	}

}
