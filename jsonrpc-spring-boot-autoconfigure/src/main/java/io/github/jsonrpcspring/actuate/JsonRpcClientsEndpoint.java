package io.github.jsonrpcspring.actuate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows the JSON-RPC clients, their settings and the
 * interfaces that call with them.
 * <p>
 * It never reads what may be a secret: of the URL only scheme, host and port, of headers
 * and extra members only the names. There is nothing to sanitize.
 *
 * @since 0.1.0
 */
@Endpoint(id = "jsonrpcclients")
public class JsonRpcClientsEndpoint {

	private final Supplier<Map<String, JsonRpcTemplate>> templates;

	private final Function<JsonRpcTemplate, List<JsonRpcInterfaceDescriptor>> interfaces;

	/**
	 * Create the endpoint.
	 * @param templates finds the templates, by the names of their beans
	 * @param interfaces finds the interfaces that call with a template
	 */
	public JsonRpcClientsEndpoint(Supplier<Map<String, JsonRpcTemplate>> templates,
			Function<JsonRpcTemplate, List<JsonRpcInterfaceDescriptor>> interfaces) {
		this.templates = templates;
		this.interfaces = interfaces;
	}

	/**
	 * Show all clients.
	 * @return the clients
	 */
	@ReadOperation
	public JsonRpcClientsDescriptor clients() {
		return new JsonRpcClientsDescriptor(describe());
	}

	/**
	 * Show one client.
	 * @param name the client's name, or that of its bean
	 * @return the client, {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable JsonRpcClientDescriptor client(@Selector String name) {
		List<JsonRpcClientDescriptor> all = describe();
		return all.stream()
			.filter((client) -> client.name().equals(name))
			.findFirst()
			.or(() -> all.stream().filter((client) -> client.bean().equals(name)).findFirst())
			.orElse(null);
	}

	private List<JsonRpcClientDescriptor> describe() {
		return this.templates.get()
			.entrySet()
			.stream()
			.map((entry) -> JsonRpcClientDescriptor.of(entry.getKey(), entry.getValue().settings(),
					this.interfaces.apply(entry.getValue())))
			.toList();
	}

	/**
	 * All clients.
	 *
	 * @param clients the clients
	 */
	public record JsonRpcClientsDescriptor(List<JsonRpcClientDescriptor> clients) {

	}

}
