package io.github.jsonrpcspring.sample;

import java.util.List;

import io.github.jsonrpcspring.sample.server.EmbeddedServer;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.Assert;

/**
 * Starts a JSON-RPC server, walks through what the client can do, and ends: with exit
 * code 0 if every step had the outcome it should have, otherwise with 1.
 * <p>
 * {@code --jsonrpc.clients.demo.url=…} takes the tour to another server. With the
 * argument {@code serve} the application stays up and shows its metrics over HTTP.
 *
 * @since 0.1.0
 */
@SpringBootApplication
public class JsonRpcSampleApplication {

	private static final String SERVE = "serve";

	/**
	 * Run the tour and end the process, or serve.
	 * @param args {@code serve}, and properties, such as
	 * {@code --jsonrpc.clients.demo.url=…}
	 */
	public static void main(String[] args) {
		if (List.of(args).contains(SERVE)) {
			serve(args);
			return;
		}
		System.exit(run(args));
	}

	/**
	 * Run the tour.
	 * @param args properties
	 * @return the exit code
	 */
	public static int run(String... args) {
		return SpringApplication.exit(application().run(args));
	}

	/**
	 * Run the tour, stay up as a web server with the endpoints of Actuator, and make a
	 * few calls each second.
	 * @param args properties, such as {@code --server.port=…}
	 * @return the application, which is up
	 */
	public static ConfigurableApplicationContext serve(String... args) {
		Assert.state(!AotDetector.useGeneratedArtifacts(),
				"The beans that were generated ahead of time are those of the tour: serve without them");
		return application().profiles(SERVE).run(args);
	}

	private static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(JsonRpcSampleApplication.class).initializers(new EmbeddedServer());
	}

}
