package io.github.jsonrpcspring.client.wire;

import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.JsonRpcTransportException;

import static io.github.jsonrpcspring.client.wire.Expected.error;
import static io.github.jsonrpcspring.client.wire.Expected.transport;
import static io.github.jsonrpcspring.client.wire.WireCase.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers whose HTTP status or encoding is the point.
 */
final class HttpCases {

	private static final String[] TRACED_JSON = { "Content-Type: application/json", "X-Trace: abc" };

	private static final String BOOM = "{'jsonrpc':'2.0','error':{'code':-32000,'message':'boom'},'id':1}";

	private static final String LONG_PAGE = "<html><h1>Bad Gateway</h1>" + "<p>nginx</p>".repeat(500) + "</html>";

	private HttpCases() {
	}

	static List<WireCase> all() {
		List<WireCase> cases = new ArrayList<>(List.of(
				row(25, "an error with status 500").status("500 Internal Server Error", TRACED_JSON)
					.answer(BOOM)
					.expect(traced(500, error(JsonRpcServerErrorException.class, -32000, "boom"))),
				row(25, "an error with id null and status 400").status("400 Bad Request", TRACED_JSON)
					.answer("{'jsonrpc':'2.0','error':{'code':-32600,'message':'bad'},'id':null}")
					.expect(traced(400, error(JsonRpcInvalidRequestException.class, -32600, "bad"))),
				row(25, "an error without jsonrpc and id and status 404").status("404 Not Found", TRACED_JSON)
					.answer("{'error':{'code':-32601,'message':'nope'}}")
					.expect(traced(404, error(JsonRpcMethodNotFoundException.class, -32601, "nope")))
					.strict(transport(404, "nope")),
				row(25, "an error of 1.0 with status 500").version1()
					.status("500 Internal Server Error", TRACED_JSON)
					.answer("{'result':null,'error':{'code':-28,'message':'Loading block index'},'id':1}")
					.expect(traced(500, error(-28, "Loading block index"))),
				row(26, "a page with status 502").status("502 Bad Gateway", "Content-Type: text/html", "X-Trace: abc")
					.answer(LONG_PAGE)
					.expect(traced(transport(502, "text/html", "Bad Gateway"))
						.and((ex) -> assertThat(((JsonRpcTransportException) ex).body()).startsWith("<html>")
							.hasSizeLessThan(1100))),
				row(26, "a text with status 401").status("401 Unauthorized", "Content-Type: text/plain", "X-Trace: abc")
					.answer("who are you?")
					.expect(traced(transport(401, "who are you?"))
						.and((ex) -> assertThat(((JsonRpcTransportException) ex).body()).isEqualTo("who are you?"))),
				row(26, "no body with status 403").status("403 Forbidden", "X-Trace: abc")
					.expect(traced(transport(403))
						.and((ex) -> assertThat(((JsonRpcTransportException) ex).body()).isEmpty())),
				row(26, "the error document of a web server").status("404 Not Found", TRACED_JSON)
					.answer("{'status':404,'error':'Not Found','path':'/rpc'}")
					.expect(traced(transport(404, "Not Found"))),
				row(26, "other JSON with status 500").status("500 Internal Server Error", TRACED_JSON)
					.answer("[{'code':1}]")
					.expect(traced(transport(500, "[{'code':1}]"))),
				row(48, "429 with a waiting time")
					.status("429 Too Many Requests", "Retry-After: 7", "X-Trace: abc", "Content-Type: text/plain")
					.answer("slow down")
					.expect(traced(transport(429, "slow down"))
						.and((ex) -> assertThat(((JsonRpcTransportException) ex).headers().getFirst("Retry-After"))
							.isEqualTo("7"))),
				row(48, "503 without a body")
					.status("503 Service Unavailable", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT", "X-Trace: abc")
					.expect(traced(transport(503))
						.and((ex) -> assertThat(((JsonRpcTransportException) ex).headers().getFirst("Retry-After"))
							.startsWith("Wed,"))),
				row(48, "429 with an error").status("429 Too Many Requests", TRACED_JSON)
					.answer("{'jsonrpc':'2.0','error':{'code':-32005,'message':'limit'},'id':1}")
					.expect(traced(429, error(JsonRpcServerErrorException.class, -32005, "limit"))),
				row(48, "code 429").answer("{'jsonrpc':'2.0','error':{'code':429,'message':'limit'},'id':1}")
					.expect(error(429, "limit")),
				row(48, "code -32005").answer("{'jsonrpc':'2.0','error':{'code':-32005,'message':'limit'},'id':1}")
					.expect(error(JsonRpcServerErrorException.class, -32005, "limit")),
				row(54, "a redirect within the host").status("302 Found", "Location: /login?token=t0ken")
					.expect(redirect(302, "same host")),
				row(54, "a redirect without a target").status("302 Found").expect(redirect(302)),
				row(54, "a redirect to a malformed target").status("302 Found", "Location: http://[t0ken")
					.expect(redirect(302)),
				row(54, "a redirect with an error in its body")
					.status("307 Temporary Redirect", "Location: https://other.example/", TRACED_JSON[0])
					.answer(BOOM)
					.expect(redirect(307, "https://other.example")),
				row(61, "an unknown content encoding")
					.status("200 OK", "Content-Type: application/json", "Content-Encoding: x-own")
					.answer("?")
					.expect(transport(200, "x-own"))));
		for (String status : List.of("301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
				"308 Permanent Redirect")) {
			cases.add(row(54, "a redirect with status " + status)
				.status(status, "Location: https://us3r:pa55@other.example/login?token=t0ken")
				.expect(redirect(Integer.parseInt(status.substring(0, 3)), "https://other.example")));
		}
		return cases;
	}

	private static Expected traced(int status, Expected expected) {
		return expected.and((ex) -> assertThat(ex).hasMessageContaining("HTTP " + status)).andError((ex) -> {
			assertThat(ex.status().value()).isEqualTo(status);
			assertThat(ex.headers().getFirst("X-Trace")).isEqualTo("abc");
		});
	}

	private static Expected traced(Expected expected) {
		return expected
			.and((ex) -> assertThat(((JsonRpcTransportException) ex).headers().getFirst("X-Trace")).isEqualTo("abc"));
	}

	private static Expected redirect(int status, String... words) {
		return transport(status, words)
			.and((ex) -> assertThat(ex.getMessage()).doesNotContain("t0ken", "token", "pa55", "login"));
	}

}
