package io.github.jsonrpcspring.autoconfigure;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * A server that fails in the way that the method says, and echoes what it was sent
 * wherever an answer has room for it.
 */
final class AuditServer extends WireMockExtension {

	/** The methods, each a way to fail but the first. */
	static final String[] METHODS = { "succeed", "not_json", "not_rpc", "other_id", "too_large", "unfit", "misfit",
			"slow", "reset", "empty", "status_500", "status_401", "redirect", "error_1234", "error_-32601",
			"error_-32602", "error_-32600", "error_-32603", "error_-32050", "error_-32700" };

	/** The id of every call. */
	static final String ID = "audit";

	AuditServer() {
		super(newInstance().options(WireMockConfiguration.options().dynamicPort().globalTemplating(true)));
	}

	void answer() {
		stub("succeed", answer("\"result\":5"));
		stub("not_json",
				aResponse().withHeader("Content-Type", "text/html").withBody("<html>{{{request.body}}}</html>"));
		stub("not_rpc", ClientWire.json("{\"echo\":{{{request.body}}} }"));
		stub("other_id", ClientWire.json("{\"jsonrpc\":\"2.0\",\"result\":{{{request.body}}},\"id\":\"other\"}"));
		stub("too_large", answer("\"result\":\"" + "x".repeat(5000) + "\""));
		stub("unfit", answer("\"result\":{\"echo\":{{{request.body}}} }"));
		stub("misfit", answer("\"result\":{\"password\":\"" + AuditSecrets.RESULT + "\"}"));
		stub("slow", answer("\"result\":5").withFixedDelay(5000));
		stub("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		stub("empty", aResponse().withFault(Fault.EMPTY_RESPONSE));
		stub("status_500", ClientWire.json("{\"echo\":{{{request.body}}} }").withStatus(500));
		stub("status_401", ClientWire.json("{\"echo\":{{{request.body}}} }").withStatus(401));
		stub("redirect",
				aResponse().withStatus(302)
					.withHeader("Location", "https://user:" + AuditSecrets.LOCATION + "@other.invalid/"
							+ AuditSecrets.LOCATION + "?token=" + AuditSecrets.LOCATION));
		for (String method : METHODS) {
			if (method.startsWith("error_")) {
				stub(method, answer("\"error\":{\"code\":" + method.substring("error_".length())
						+ ",\"message\":\"no\",\"data\":{{{request.body}}} }"));
			}
		}
		stubFor(post(urlPathEqualTo("/token")).willReturn(ClientWire.json("{\"access_token\":\""
				+ AuditSecrets.OAUTH2_TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
		stubFor(post(urlPathEqualTo("/no-token")).willReturn(ClientWire
			.json("{\"error\":\"invalid_client\",\"error_description\":\"" + AuditSecrets.OAUTH2_TOKEN + "\"}")
			.withStatus(401)));
	}

	private void stub(String method, ResponseDefinitionBuilder answer) {
		stubFor(post(anyUrl()).withRequestBody(containing("\"method\":\"" + method + "\"")).willReturn(answer));
	}

	private static ResponseDefinitionBuilder answer(String member) {
		return ClientWire.json("{\"jsonrpc\":\"2.0\"," + member + ",\"id\":\"" + ID + "\"}");
	}

}
