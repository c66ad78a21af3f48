package io.github.jsonrpcspring.sample;

import io.github.jsonrpcspring.sample.server.EmbeddedServer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts a JSON-RPC server, walks through what the client can do, and ends: with exit
 * code 0 if every step had the outcome it should have, otherwise with 1.
 * <p>
 * {@code --jsonrpc.clients.demo.url=…} takes the tour to another server.
 *
 * @since 0.1.0
 */
@SpringBootApplication
public class JsonRpcSampleApplication {

	/**
	 * Run the tour and end the process.
	 * @param args properties, such as {@code --jsonrpc.clients.demo.url=…}
	 */
	public static void main(String[] args) {
		System.exit(run(args));
	}

	/**
	 * Run the tour.
	 * @param args properties
	 * @return the exit code
	 */
	public static int run(String... args) {
		return SpringApplication
			.exit(new SpringApplicationBuilder(JsonRpcSampleApplication.class).initializers(new EmbeddedServer())
				.run(args));
	}

}
