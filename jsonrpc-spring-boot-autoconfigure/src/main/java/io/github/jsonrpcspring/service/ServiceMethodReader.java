package io.github.jsonrpcspring.service;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcClientSettings;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.unit.DataSize;

/**
 * Reads what an interface says of one of its methods.
 */
final class ServiceMethodReader {

	private final ServiceType service;

	private final Method method;

	private final MergedAnnotations annotations;

	private final MergedAnnotation<JsonRpcMethod> annotation;

	ServiceMethodReader(ServiceType service, Method method) {
		this.service = service;
		this.method = method;
		this.annotations = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY);
		this.annotation = this.annotations.get(JsonRpcMethod.class);
	}

	/**
	 * Read a default method, which calls nothing remotely itself.
	 */
	MethodInvoker readDefault() {
		if (!this.method.isBridge()) {
			requireNoAnnotation();
		}
		try {
			return MethodInvoker.ofDefault(this.method);
		}
		catch (IllegalAccessException ex) {
			throw invalid("has a body that only the module " + this.method.getDeclaringClass().getModule().getName()
					+ " can run", "Make the interface public, or open its package.");
		}
	}

	/**
	 * Refuse annotations on a method that is never called remotely.
	 */
	void requireNoAnnotation() {
		MergedAnnotations own = MergedAnnotations.from(this.method);
		if (own.isPresent(JsonRpcMethod.class) || own.isPresent(JsonRpcNotification.class)
				|| own.isPresent(JsonRpcErrorMapping.class)) {
			boolean body = !Modifier.isAbstract(this.method.getModifiers());
			throw invalid(
					(body ? "has a body" : "is one that every object has")
							+ ", so that nothing is called remotely, but is annotated as if it were",
					"Remove the annotation, or " + (body ? "the body." : "give the method another name."));
		}
	}

	JsonRpcServiceMethod read(ErrorMappings typeMappings) {
		requireAccess();
		String name = name();
		boolean named = isNamed();
		ServiceArguments arguments = ServiceArguments.of(this.service, this.method, named);
		boolean notification = this.annotations.isPresent(JsonRpcNotification.class);
		JavaType returnType = this.service.returnType(this.method);
		ServiceResult result = new ServiceResults(this.service, this.method, notification).create(returnType);
		JsonRpcServiceDescription.Operation operation = new JsonRpcServiceDescription.Operation(
				JsonRpcServiceDescription.Operation.signatureOf(this.method), name, named, notification,
				returnType.toCanonical());
		return new JsonRpcServiceMethod(template(name, mappings(typeMappings)), operation, arguments, result);
	}

	/**
	 * Return all that annotations and parameters say of a call.
	 */
	String meaning(ErrorMappings typeMappings) {
		boolean named = isNamed();
		return String.join(" ", name(), new ServiceParameters(this.service, this.method, named).toList().toString(),
				String.valueOf(named), String.valueOf(this.annotations.isPresent(JsonRpcNotification.class)),
				String.valueOf(timeout()), String.valueOf(maxResponseSize()),
				this.annotation.getValue("log", Boolean.class).orElse(true).toString(),
				mappings(typeMappings).mappings().toString());
	}

	private boolean isNamed() {
		return this.service
			.isNamed(this.annotation.getValue("params", JsonRpcParamsStyle.class).orElse(JsonRpcParamsStyle.INHERIT));
	}

	/**
	 * A proxy of a public interface is in a package of its own, from where it could not
	 * use other types.
	 */
	private void requireAccess() {
		if (Modifier.isPublic(this.service.type().getModifiers())) {
			requireAccess(this.method.getReturnType());
			for (Class<?> type : this.method.getExceptionTypes()) {
				requireAccess(type);
			}
		}
	}

	private void requireAccess(Class<?> type) {
		Class<?> element = type;
		while (element.isArray()) {
			element = element.getComponentType();
		}
		if (!Modifier.isPublic(element.getModifiers()) && !Modifier.isProtected(element.getModifiers())) {
			throw invalid("uses " + type.getTypeName() + ", which is not public although the interface is",
					"Make the type public, or the interface package-private.");
		}
	}

	private String name() {
		String own = this.service.resolve(this.method,
				this.annotation.getValue(MergedAnnotation.VALUE, String.class).orElse(""));
		own = own.isEmpty() ? this.method.getName() : own;
		String name = own.isBlank() ? own : this.service.prefix() + own;
		try {
			JsonRpcRequest.of(name).build();
			return name;
		}
		catch (IllegalArgumentException ex) {
			throw invalid("calls '" + name + "', which no request can: " + ex.getMessage(),
					"Change @JsonRpcMethod or the prefix of the interface.");
		}
	}

	private ErrorMappings mappings(ErrorMappings typeMappings) {
		ErrorMappings own = ErrorMappings.of(this.service, this.method, this.annotations);
		for (ErrorMapping mapping : own.mappings()) {
			if (!mapping.isAllowedIn(this.method)) {
				throw invalid(
						"maps an error to " + mapping.exception().type().getName()
								+ ", a checked exception that it does not declare",
						"Add it to the 'throws' clause, or map to an unchecked exception.");
			}
			if (holdsResponse(this.service.returnType(this.method))) {
				throw invalid("returns a JsonRpcResponse, which holds errors, so that none is mapped to an exception",
						"Remove @JsonRpcErrorMapping, or return the type of the result.");
			}
		}
		return own.and(typeMappings, this.method);
	}

	private static boolean holdsResponse(JavaType type) {
		return type.hasRawClass(JsonRpcResponse.class)
				|| (type.containedTypeCount() == 1 && type.containedType(0).hasRawClass(JsonRpcResponse.class));
	}

	/**
	 * Return the template of the client, or one like it with what this method has of its
	 * own. Properties win over the annotation.
	 */
	private JsonRpcTemplate template(String name, ErrorMappings mappings) {
		JsonRpcClientSettings settings = this.service.template().settings();
		JsonRpcClientSettings.Method configured = settings.forMethod(name);
		Duration timeout = (configured != null) ? configured.timeout() : null;
		timeout = (timeout != null) ? timeout : timeout();
		Long maxResponseSize = (configured != null) ? configured.maxResponseSize() : null;
		maxResponseSize = (maxResponseSize != null) ? maxResponseSize : maxResponseSize();
		Boolean log = (configured != null) ? configured.log() : null;
		log = (log != null) ? log : this.annotation.getValue("log", Boolean.class).orElse(null);
		if (mappings.isEmpty() && timeout == null && maxResponseSize == null && !Boolean.FALSE.equals(log)) {
			return this.service.template();
		}
		return this.service.template()
			.mutate()
			.settings(settings.mutate()
				.methods(List.of(new JsonRpcClientSettings.Method("*", timeout, maxResponseSize, log)))
				.build())
			.exceptionTranslators((translators) -> translators.add(0, mappings))
			.build();
	}

	private @Nullable Duration timeout() {
		String text = this.service.resolve(this.method, this.annotation.getValue("timeout", String.class).orElse(""));
		if (text.isEmpty()) {
			return null;
		}
		try {
			Duration timeout = DurationFormatterUtils.detectAndParse(text);
			if (timeout.toNanos() == 0 || (timeout.toNanos() > 0 && !text.matches("\\d+"))) {
				return timeout;
			}
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// Refused below like a negative one
		}
		throw invalid("has the timeout '" + text + "', which is no duration",
				"Write it like '5s', '500ms' or 'PT5S'; '0s' for no deadline.");
	}

	private @Nullable Long maxResponseSize() {
		String text = this.service.resolve(this.method,
				this.annotation.getValue("maxResponseSize", String.class).orElse(""));
		if (text.isEmpty()) {
			return null;
		}
		try {
			long bytes = DataSize.parse(text).toBytes();
			if (bytes > 0) {
				return bytes;
			}
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// Refused below like one that is not positive
		}
		throw invalid("has the maxResponseSize '" + text + "', which is no size of a body",
				"Write it like '200MB' or '64KB'.");
	}

	private InvalidJsonRpcClientException invalid(String reason, String action) {
		return this.service.invalid(this.method, reason, action);
	}

}
