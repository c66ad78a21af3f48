package io.github.jsonrpcspring.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Several {@link JsonRpcErrorMapping}s.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface JsonRpcErrorMappings {

	/**
	 * The mappings.
	 */
	JsonRpcErrorMapping[] value();

}
