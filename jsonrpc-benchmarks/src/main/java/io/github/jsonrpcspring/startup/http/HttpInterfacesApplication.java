package io.github.jsonrpcspring.startup.http;

import io.github.jsonrpcspring.startup.Readiness;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with HTTP interfaces, which has switched the clients of this project
 * off.
 *
 * @since 0.1.0
 */
@SpringBootApplication
public class HttpInterfacesApplication {

	/**
	 * Start the application, say how long it took, and end.
	 * @param args none
	 */
	public static void main(String[] args) {
		Readiness.report(HttpInterfacesApplication.class, "http");
	}

}
