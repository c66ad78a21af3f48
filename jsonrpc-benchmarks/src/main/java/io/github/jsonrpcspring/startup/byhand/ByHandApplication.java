package io.github.jsonrpcspring.startup.byhand;

import io.github.jsonrpcspring.startup.Readiness;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with web clients, which has switched the clients of this project off.
 *
 * @since 0.1.0
 */
@SpringBootApplication
public class ByHandApplication {

	/**
	 * Start the application, say how long it took, and end.
	 * @param args none
	 */
	public static void main(String[] args) {
		Readiness.report(ByHandApplication.class, "byhand");
	}

}
