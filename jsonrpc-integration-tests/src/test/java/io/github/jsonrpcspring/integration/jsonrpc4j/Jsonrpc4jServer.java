package io.github.jsonrpcspring.integration.jsonrpc4j;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The server of jsonrpc4j in Jetty. It prints its port, and ends with its standard input.
 */
public final class Jsonrpc4jServer {

	private Jsonrpc4jServer() {
	}

	public static void main(String[] args) throws Exception {
		ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
		JsonRpcServer rpc = new JsonRpcServer(mapper, new DefaultService(), Service.class);
		Server server = new Server();
		ServerConnector connector = new ServerConnector(server);
		connector.setHost("127.0.0.1");
		server.addConnector(connector);
		ServletContextHandler context = new ServletContextHandler();
		context.addServlet(new ServletHolder(new Endpoint(rpc)), "/rpc");
		server.setHandler(compressing(context));
		server.start();
		System.out.println("listening on " + connector.getLocalPort());
		System.in.transferTo(OutputStream.nullOutputStream());
		System.exit(0);
	}

	private static CompressionHandler compressing(ServletContextHandler context) {
		CompressionHandler compression = new CompressionHandler(context);
		compression.putConfiguration("/*",
				CompressionConfig.builder()
					.compressIncludeMethod("POST")
					.compressIncludeMimeType("application/json-rpc")
					.build());
		return compression;
	}

	/**
	 * The one servlet.
	 */
	private static final class Endpoint extends HttpServlet {

		private static final long serialVersionUID = 1L;

		private final transient JsonRpcServer rpc;

		Endpoint(JsonRpcServer rpc) {
			this.rpc = rpc;
		}

		@Override
		protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
			this.rpc.handle(request, response);
		}

	}

}
