package io.github.jsonrpcspring.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how an argument of a {@link JsonRpcClient} interface is sent.
 *
 * @since 0.1.0
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface JsonRpcParam {

	/**
	 * The name of the parameter, where parameters are sent by name.
	 */
	String value() default "";

	/**
	 * Whether the properties of the argument, a bean or a map, are named parameters
	 * themselves. Beside positional ones they become one object, the last parameter. One
	 * argument of a method at most.
	 */
	boolean spread() default false;

}
