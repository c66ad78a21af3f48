package io.github.jsonrpcspring.startup.jsonrpc;

import io.github.jsonrpcspring.startup.Readiness;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with clients of this project.
 *
 * @since 0.1.0
 */
@SpringBootApplication
public class JsonRpcApplication {

	/**
	 * Start the application, say how long it took, and end.
	 * @param args none
	 */
	public static void main(String[] args) {
		Readiness.report(JsonRpcApplication.class, "jsonrpc");
	}

}
