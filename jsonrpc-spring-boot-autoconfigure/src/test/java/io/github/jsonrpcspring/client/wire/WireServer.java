package io.github.jsonrpcspring.client.wire;

import java.util.List;
import java.util.function.Function;

import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawHttpServer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import io.github.jsonrpcspring.testsupport.StackTraces;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that answers as it is told, and the clients that call it: by a URL whose every
 * part holds a secret.
 */
final class WireServer implements AutoCloseable {

	private static final List<String> SECRETS = List.of("us3r", "pa:55", "pa%3A55", "p4th", "qu3ry", "dXMz");

	private final RawHttpServer server;

	private volatile Function<RawRequest, String> answer = (request) -> RawAnswer.of("404 Not Found", "");

	WireServer() {
		this.server = RawHttpServer.answering((request) -> this.answer.apply(request));
	}

	WireServer(RawHttpServer.Script script) {
		this.server = RawHttpServer.start(script);
	}

	/**
	 * Answer with JSON from now on.
	 * @param json the body, with single quotes for JSON's double ones
	 */
	void json(String json) {
		http(RawAnswer.json(Json.of(json)));
	}

	/**
	 * Answer with a status and headers from now on.
	 */
	void status(String status, String body, String... headers) {
		http(RawAnswer.of(status, body, headers));
	}

	void http(String answer) {
		this.answer = (request) -> answer;
	}

	void answering(Function<RawRequest, String> answer) {
		this.answer = answer;
	}

	RawHttpServer raw() {
		return this.server;
	}

	List<String> bodies() {
		return this.server.requests().stream().map(RawRequest::text).toList();
	}

	RawRequest lastRequest() {
		List<RawRequest> requests = this.server.requests();
		return requests.get(requests.size() - 1);
	}

	String url() {
		return "http://us3r:pa%3A55@127.0.0.1:" + this.server.uri().getPort() + "/p4th?key=qu3ry";
	}

	JsonRpcTemplate.Builder builder() {
		return JsonRpcTemplate.builder(url()).name("wire");
	}

	JsonRpcTemplate client() {
		return builder().build();
	}

	JsonRpcTemplate client(JsonRpcValidation validation) {
		return builder().validation(validation).build();
	}

	/**
	 * Assert that nothing that could be logged of an exception holds a part of the URL
	 * that may be secret.
	 */
	static void assertNoSecret(Throwable failure) {
		assertThat(StackTraces.of(failure)).doesNotContain(SECRETS);
	}

	@Override
	public void close() {
		this.server.close();
	}

}
