package io.github.jsonrpcspring.client.wire;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcInvalidResponseException;

import static io.github.jsonrpcspring.client.wire.Expected.invalid;
import static io.github.jsonrpcspring.client.wire.Expected.notJson;
import static io.github.jsonrpcspring.client.wire.Expected.transport;
import static io.github.jsonrpcspring.client.wire.Expected.value;
import static io.github.jsonrpcspring.client.wire.WireCase.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies of status 200 that are no response, or more than one, or look strange.
 */
final class ForeignCases {

	private static final String OK = "{'jsonrpc':'2.0','result':5,'id':1}";

	private static final String LOGIN = "<!DOCTYPE html><html><body>Please log in. " + "<p>Or not.</p>".repeat(500)
			+ "</body></html>";

	private ForeignCases() {
	}

	static List<WireCase> all() {
		return List.of(row(24, "200 without a body").singleOnly().expect(noBody(200)),
				row(24, "204").status("204 No Content").expect(noBody(204)),
				row(24, "blanks only").answer("  \r\n ").singleOnly().expect(notJson("no JSON", "HTTP 200")),
				row(27, "a login page").status("200 OK", "Content-Type: text/html;charset=utf-8")
					.answer(LOGIN)
					.expect(notJson("not JSON", "text/html;charset=utf-8", "Please log in.")),
				row(27, "a text").status("200 OK", "Content-Type: text/plain")
					.answer("backend unavailable")
					.expect(notJson("not JSON", "text/plain", "backend unavailable")),
				row(28, "as text/plain").headers("Content-Type: text/plain").answer(OK).expect(value(5)),
				row(28, "as application/json-rpc").headers("Content-Type: application/json-rpc")
					.answer(OK)
					.expect(value(5)),
				row(28, "as application/jsonrequest").headers("Content-Type: application/jsonrequest")
					.answer(OK)
					.expect(value(5)),
				row(28, "as application/octet-stream").headers("Content-Type: application/octet-stream")
					.answer(OK)
					.expect(value(5)),
				row(28, "as text/html").headers("Content-Type: text/html").answer(OK).expect(value(5)),
				row(28, "without a content type").headers().answer(OK).expect(value(5)),
				row(28, "with a malformed content type").headers("Content-Type: json").answer(OK).expect(value(5)),
				row(30, "a byte order mark").answer("\uFEFF" + OK).singleOnly().expect(value(5)),
				row(30, "a byte order mark and blank lines").answer("\uFEFF\r\n\n\t " + OK)
					.singleOnly()
					.expect(value(5)),
				row(30, "blank lines around").answer("\r\n\n " + OK + "\n\n").expect(value(5)),
				row(31, "a second document").answer(OK + OK)
					.singleOnly()
					.expect(invalid("more than one JSON document")),
				row(31, "a second document on its own line").answer(OK + "\n{'jsonrpc':'2.0','method':'tick'}")
					.singleOnly()
					.expect(invalid("more than one JSON document")),
				row(31, "garbage behind the document").answer(OK + "</html>").singleOnly().expect(notJson("not JSON")),
				row(31, "a document cut off").answer("{'jsonrpc':'2.0','result':5,'i")
					.singleOnly()
					.expect(notJson("not JSON")),
				row(68, "NaN").answer("{'jsonrpc':'2.0','result':NaN,'id':1}").expect(notJson("not JSON")),
				row(68, "Infinity").answer("{'jsonrpc':'2.0','result':[-Infinity],'id':1}").expect(notJson("not JSON")),
				row(71, "a bare object").answer("{'sum':5}").singleOnly().expect(bare("neither result nor error")),
				row(71, "a bare number").answer("5").singleOnly().expect(bare("neither an object nor an array")),
				row(71, "a bare text").answer("'done'").singleOnly().expect(bare("neither an object nor an array")),
				row(71, "a bare null").answer("null").singleOnly().expect(bare("neither an object nor an array")),
				row(71, "a bare array").answer("[1,2]").singleOnly().expect(bare("array")),
				row(71, "a bare empty array").answer("[]").singleOnly().expect(bare("array")),
				row(71, "an array around the answer").answer("[" + OK + "]")
					.singleOnly()
					.expect(invalid("an array in answer to a single request")),
				row(73, "an event stream").status("200 OK", "Content-Type: text/event-stream;charset=utf-8")
					.answer("event: message\ndata: " + OK + "\n\n")
					.expect(transport(200, "text/event-stream")));
	}

	private static Expected noBody(int status) {
		return invalid("no body", "HTTP " + status)
			.and((ex) -> assertThat(((JsonRpcInvalidResponseException) ex).status().value()).isEqualTo(status));
	}

	private static Expected bare(String rule) {
		return invalid(rule, "version: 1.0");
	}

}
