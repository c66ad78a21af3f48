package io.github.jsonrpcspring.autoconfigure;

import java.util.stream.Stream;

/**
 * Wrong defaults, unknown keys and wrong names of clients.
 */
final class KeyCases {

	private static final String SECRET = BadInput.SECRET;

	private static final String CLIENT = BadInput.CLIENT;

	private static final String URL = BadInput.URL;

	private KeyCases() {
	}

	static Stream<BadInput> all() {
		return Stream.of(
				// defaults
				BadInput.of("wrong default")
					.with(URL, "jsonrpc.defaults.validation=loose")
					.expect("jsonrpc.defaults.validation", "loose", "'strict'"),
				BadInput.of("wrong default timeout")
					.with(URL, "jsonrpc.defaults.connect-timeout=-1")
					.expect("jsonrpc.defaults.connect-timeout", "between 1 millisecond"),
				BadInput.of("wrong default that no client uses")
					.with(URL, CLIENT + "timeout=5s", "jsonrpc.defaults.timeout=-1")
					.expect("jsonrpc.defaults.timeout", "between 0"),
				BadInput.of("wrong default without a client")
					.with("jsonrpc.defaults.id-strategy=none")
					.expect("jsonrpc.defaults.id-strategy", "decimal, hex, random, uuid"),
				BadInput.of("unknown default SSL bundle")
					.with(URL, "jsonrpc.defaults.ssl.bundle=mine")
					.expect("jsonrpc.defaults.ssl.bundle", "mine"),
				BadInput.of("url in the defaults")
					.with("jsonrpc.defaults.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.defaults.url", "not known", "'jsonrpc.clients.<name>.url'"),
				BadInput.of("auth in the defaults")
					.with("jsonrpc.defaults.auth.bearer.token=" + SECRET)
					.expect("jsonrpc.defaults.auth.bearer.token", "'jsonrpc.clients.<name>.auth.bearer.token'"),
				BadInput.of("primary in the defaults")
					.with("jsonrpc.defaults.primary=true")
					.expect("jsonrpc.defaults.primary", "'jsonrpc.clients.<name>.primary'"),
				// unknown keys
				BadInput.of("key with a typing error")
					.with(URL, CLIENT + "tiemout=5s")
					.expect(CLIENT + "tiemout", "not known", "'" + CLIENT + "timeout'"),
				BadInput.of("secret with a typing error")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.pasword=" + SECRET)
					.expect(CLIENT + "auth.basic.pasword", "not known", "'" + CLIENT + "auth.basic.password'"),
				BadInput.of("key in the wrong place")
					.with(URL, CLIENT + "bearer.token=" + SECRET)
					.expect(CLIENT + "bearer.token", "'" + CLIENT + "auth.bearer.token'"),
				BadInput.of("key that is like no other")
					.with(URL, CLIENT + "colour=" + SECRET)
					.expect(CLIENT + "colour", "Remove", "auth.basic.username", "id-strategy"),
				BadInput.of("several unknown keys")
					.with(URL, CLIENT + "colour=" + SECRET, CLIENT + "tiemout=5s")
					.expect(CLIENT + "colour", CLIENT + "tiemout", "'" + CLIENT + "timeout'"),
				BadInput.of("unknown key in the defaults")
					.with(URL, "jsonrpc.defaults.max-response=1MB")
					.expect("jsonrpc.defaults.max-response", "'jsonrpc.defaults.max-response-size'"),
				BadInput.of("unknown key at the top")
					.with("jsonrpc.client.node.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.client.node.url", "'jsonrpc.clients.node.url'"),
				BadInput.of("url at the top")
					.with("jsonrpc.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.url", "'jsonrpc.clients.<name>.url'"),
				BadInput.of("nothing like it at the top")
					.with("jsonrpc.colour=" + SECRET)
					.expect("jsonrpc.colour", "jsonrpc.enabled", "jsonrpc.defaults.*"),
				// names
				BadInput.of("client name with capitals")
					.with("jsonrpc.clients.myNode.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.clients.myNode", "a-z, 0-9 and dashes", "'my-node'"),
				BadInput.of("client name with an underscore")
					.with("jsonrpc.clients.my_node.url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.my_node", "a-z, 0-9 and dashes", "'my-node'"),
				BadInput.of("client name in brackets")
					.with("jsonrpc.clients[my node].url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.my node", "a-z, 0-9 and dashes", "'my-node'"),
				BadInput.of("client name of dashes")
					.with("jsonrpc.clients[--].url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.--", "a-z, 0-9 and dashes"),
				BadInput.of("client name with umlaut")
					.with("jsonrpc.clients.zürich.url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.zürich", "a-z, 0-9 and dashes"),
				BadInput.of("url in place of a client")
					.with("jsonrpc.clients.node=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.clients.node", "no value of its own", "'jsonrpc.clients.node.url'"),
				BadInput.of("client with nothing").with("jsonrpc.clients.node=").expect(CLIENT + "url", "is missing"),
				BadInput.of("clients in place of which there is a text")
					.with("jsonrpc.clients=https://" + SECRET + ".com")
					.expect("jsonrpc.clients", "no value of its own", "'jsonrpc.clients.<name>.url'"),
				BadInput.of("no name of a client")
					.with("jsonrpc.clients.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.clients.url", "no value of its own"),
				BadInput.of("text in place of everything")
					.with("jsonrpc=" + SECRET)
					.expect("jsonrpc", "no value of its own"),
				BadInput.of("two spellings of a name")
					.with("jsonrpc.clients.my-node.url=https://" + SECRET + ".com",
							"jsonrpc.clients.mynode.url=https://" + SECRET + ".com")
					.expect("jsonrpc.clients.mynode", "jsonrpc.clients.my-node", "Rename"),
				BadInput.of("two primary clients")
					.with(URL, CLIENT + "primary=true", "jsonrpc.clients.other.url=https://" + SECRET + ".com",
							"jsonrpc.clients.other.primary=true")
					.expect("jsonrpc.clients.node.primary", "jsonrpc.clients.other.primary", "on one of"));
	}

}
