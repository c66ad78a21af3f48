package io.github.jsonrpcspring.service.registry.clients;

import io.github.jsonrpcspring.service.JsonRpcClient;

import org.springframework.context.annotation.Profile;

/**
 * Interfaces inside a class.
 */
public final class Clients {

	private Clients() {
	}

	/**
	 * A client whose name is not public.
	 */
	@JsonRpcClient("calculator")
	interface Hidden {

		void call();

	}

	/**
	 * A client of a profile.
	 */
	@Profile("special")
	@JsonRpcClient("calculator")
	public interface Special {

		void call();

	}

}
