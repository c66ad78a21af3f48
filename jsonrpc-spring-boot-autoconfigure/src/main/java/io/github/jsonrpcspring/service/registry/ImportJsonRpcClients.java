package io.github.jsonrpcspring.service.registry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.jsonrpcspring.service.JsonRpcClient;

import org.springframework.context.annotation.Import;

/**
 * Makes interfaces beans that call a JSON-RPC server: those that are named, and those
 * with {@link JsonRpcClient} in the packages that are named; without either, those in the
 * package of the annotated class.
 * <p>
 * In a Spring Boot application it replaces the scan of the application's packages. Each
 * bean has the full name of its interface as its name and the client's name as its
 * qualifier, so that an interface may be imported for several clients; the name of the
 * second and further beans ends with {@code #} and the client's name. A bean of the
 * application's own is preferred where one of the type is asked for, unless the interface
 * is primary.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(ImportJsonRpcClients.Container.class)
@Import(ImportJsonRpcClientsRegistrar.class)
public @interface ImportJsonRpcClients {

	/**
	 * The packages to scan for interfaces with {@link JsonRpcClient}.
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose packages are scanned.
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * The interfaces. Without {@link JsonRpcClient} they need a {@link #client()}.
	 */
	Class<?>[] types() default {};

	/**
	 * The name of the client, in place of what the interfaces say.
	 */
	String client() default "";

	/**
	 * Several {@link ImportJsonRpcClients}.
	 */
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Documented
	@Import(ImportJsonRpcClientsRegistrar.class)
	@interface Container {

		/**
		 * The imports.
		 */
		ImportJsonRpcClients[] value();

	}

}
