package io.github.jsonrpcspring.autoconfigure;

import java.util.stream.Stream;

/**
 * Wrong values of all other keys.
 */
final class ValueCases {

	private static final String SECRET = BadInput.SECRET;

	private static final String CLIENT = BadInput.CLIENT;

	private static final String URL = BadInput.URL;

	private static final String API_KEY = CLIENT + "default-header.X-Api-Key=" + SECRET;

	private ValueCases() {
	}

	static Stream<BadInput> all() {
		return Stream.of(
				// words
				BadInput.of("unknown id strategy")
					.with(URL, CLIENT + "id-strategy=uuuid")
					.expect(CLIENT + "id-strategy", "uuuid", "decimal, hex, random, uuid, myIds", "JsonRpcIdGenerator"),
				BadInput.of("id strategy that is another bean")
					.with(URL, CLIENT + "id-strategy=environment")
					.expect(CLIENT + "id-strategy", "environment", "decimal, hex, random, uuid"),
				BadInput.of("unknown validation")
					.with(URL, CLIENT + "validation=loose")
					.expect(CLIENT + "validation", "loose", "'lenient'", "'strict'", "'off'"),
				BadInput.of("unknown version")
					.with(URL, CLIENT + "version=3.0")
					.expect(CLIENT + "version", "3.0", "2.0", "1.0"),
				BadInput.of("unknown params")
					.with(URL, CLIENT + "params=array")
					.expect(CLIENT + "params", "array", "'positional'", "'named'"),
				BadInput.of("named params in 1.0")
					.with(URL, CLIENT + "version=1.0", CLIENT + "params=named")
					.expect(CLIENT + "params", "1.0", "positional"),
				BadInput.of("unknown empty-params")
					.with(URL, CLIENT + "empty-params=never")
					.expect(CLIENT + "empty-params", "never", "'omit'", "'send'"),
				BadInput.of("unknown null-params")
					.with(URL, CLIENT + "null-params=never")
					.expect(CLIENT + "null-params", "never", "'send'", "'omit'"),
				BadInput.of("unknown redirects")
					.with(URL, CLIENT + "redirects=perhaps")
					.expect(CLIENT + "redirects", "perhaps", "'follow'", "'dont-follow'"),
				BadInput.of("unknown cookie-handling")
					.with(URL, CLIENT + "cookie-handling=perhaps")
					.expect(CLIENT + "cookie-handling", "perhaps", "'disable'"),
				BadInput.of("cookies with a client that cannot")
					.with(URL, CLIENT + "cookie-handling=enable")
					.expect(CLIENT + "cookie-handling", "enable", "enable-when-possible"),
				BadInput.of("cookies for all with a client that cannot")
					.with(URL, "spring.http.clients.cookie-handling=enable")
					.expect("spring.http.clients.cookie-handling", "enable", "enable-when-possible"),
				BadInput.of("primary that is no boolean")
					.with(URL, CLIENT + "primary=first")
					.expect(CLIENT + "primary", "true or false", "first"),
				BadInput.of("enabled that is no boolean")
					.with(URL, "jsonrpc.enabled=maybe")
					.expect("jsonrpc.enabled", "true or false", "maybe"),
				// members and headers
				BadInput.of("nested extra member")
					.with(URL, CLIENT + "extra-members.auth.token=" + SECRET)
					.expect(CLIENT + "extra-members.auth", "neither text", "quotes", "brackets"),
				BadInput.of("extra member that is a list")
					.with(URL, CLIENT + "extra-members.auth[0]=" + SECRET)
					.expect(CLIENT + "extra-members.auth", "neither text", "quotes"),
				BadInput.of("extra member that is a fraction")
					.yaml(BadInput.client("extra-members: { auth: 1.5 }"))
					.expect(CLIENT + "extra-members.auth", "neither text", "quotes"),
				BadInput.of("extra member jsonrpc")
					.with(URL, CLIENT + "extra-members.jsonrpc=" + SECRET)
					.expect(CLIENT + "extra-members.jsonrpc", "defines"),
				BadInput.of("extra member method")
					.with(URL, CLIENT + "extra-members.method=" + SECRET)
					.expect(CLIENT + "extra-members.method", "defines"),
				BadInput.of("extra member params")
					.with(URL, CLIENT + "extra-members.params=" + SECRET)
					.expect(CLIENT + "extra-members.params", "defines"),
				BadInput.of("extra member id")
					.with(URL, CLIENT + "extra-members.id=" + SECRET)
					.expect(CLIENT + "extra-members.id", "defines"),
				BadInput.of("extra member whose name would lose a character")
					.with(URL, CLIENT + "extra-members.api_key=" + SECRET)
					.expect(CLIENT + "extra-members.api_key", "lose", "[api_key]"),
				BadInput.of("extra member with a placeholder that nothing defines")
					.with(URL, CLIENT + "extra-members.auth=${NO_" + SECRET + "}")
					.expect(CLIENT + "extra-members.auth", "placeholder"),
				BadInput.of("scalar for extra-members")
					.with(URL, CLIENT + "extra-members=" + SECRET)
					.expect(CLIENT + "extra-members", "no value of its own", CLIENT + "extra-members.<name>"),
				BadInput.of("header with a line break")
					.with(URL, API_KEY + "\r\nX-Other: 1")
					.expect(CLIENT + "default-header.X-Api-Key", "line break"),
				BadInput.of("header with a character outside ISO-8859-1")
					.with(URL, API_KEY + "\u20ac")
					.expect(CLIENT + "default-header.X-Api-Key", "ISO-8859-1"),
				BadInput.of("header with a bad name")
					.with(URL, CLIENT + "default-header.[X Key]=" + SECRET)
					.expect(CLIENT + "default-header.X Key", "no name of an HTTP header"),
				BadInput.of("header whose name would lose a character")
					.with(URL, CLIENT + "default-header.X_Key=" + SECRET)
					.expect(CLIENT + "default-header.X_Key", "lose", "[X_Key]"),
				BadInput.of("header of the HTTP client")
					.with(URL, CLIENT + "default-header.Content-Length=12")
					.expect(CLIENT + "default-header.Content-Length", "HTTP client", "Remove"),
				BadInput.of("content type as a header")
					.with(URL, CLIENT + "default-header.Content-Type=text/json")
					.expect(CLIENT + "default-header.Content-Type", "'content-type'"),
				BadInput.of("header that is a list")
					.with(URL, CLIENT + "default-header.X-Key[0]=" + SECRET)
					.expect(CLIENT + "default-header.X-Key[0]", "one value", "commas"),
				BadInput.of("header with a placeholder that nothing defines")
					.with(URL, CLIENT + "default-header.X-Key=${NO_" + SECRET + "}")
					.expect(CLIENT + "default-header.X-Key", "placeholder"),
				BadInput.of("scalar for default-header")
					.with(URL, CLIENT + "default-header=X-Api-Key:" + SECRET)
					.expect(CLIENT + "default-header", "no value of its own", CLIENT + "default-header.<name>"),
				BadInput.of("bad content type")
					.with(URL, CLIENT + "content-type=json")
					.expect(CLIENT + "content-type", "media type", "application/json"),
				BadInput.of("content type with wildcard")
					.with(URL, CLIENT + "content-type=application/*")
					.expect(CLIENT + "content-type", "media type"),
				BadInput.of("content type with another charset")
					.with(URL, CLIENT + "content-type=text/plain;charset=latin1")
					.expect(CLIENT + "content-type", "UTF-8"),
				// numbers, durations and sizes
				BadInput.of("timeout that is none")
					.with(URL, CLIENT + "timeout=soon")
					.expect(CLIENT + "timeout", "duration", "'5s'", "soon"),
				BadInput.of("negative timeout")
					.with(URL, CLIENT + "timeout=-1s")
					.expect(CLIENT + "timeout", "between 0", "30s"),
				BadInput.of("endless timeout")
					.with(URL, CLIENT + "timeout=99999d")
					.expect(CLIENT + "timeout", "24 days", "0 for"),
				BadInput.of("connect-timeout that is none")
					.with(URL, CLIENT + "connect-timeout=soon")
					.expect(CLIENT + "connect-timeout", "duration", "soon"),
				BadInput.of("zero connect-timeout")
					.with(URL, CLIENT + "connect-timeout=0")
					.expect(CLIENT + "connect-timeout", "between 1 millisecond", "'timeout'"),
				BadInput.of("negative connect-timeout")
					.with(URL, CLIENT + "connect-timeout=-5s")
					.expect(CLIENT + "connect-timeout", "between 1 millisecond"),
				BadInput.of("read-timeout that is none")
					.with(URL, CLIENT + "read-timeout=soon")
					.expect(CLIENT + "read-timeout", "duration", "soon"),
				BadInput.of("zero read-timeout")
					.with(URL, CLIENT + "read-timeout=0")
					.expect(CLIENT + "read-timeout", "between 1 millisecond"),
				BadInput.of("max-response-size that is none")
					.with(URL, CLIENT + "max-response-size=huge")
					.expect(CLIENT + "max-response-size", "size", "'10MB'", "huge"),
				BadInput.of("zero max-response-size")
					.with(URL, CLIENT + "max-response-size=0")
					.expect(CLIENT + "max-response-size", "between 1B", "10MB"),
				BadInput.of("negative max-response-size")
					.with(URL, CLIENT + "max-response-size=-1KB")
					.expect(CLIENT + "max-response-size", "between 1B"),
				BadInput.of("max-response-size beyond memory")
					.with(URL, CLIENT + "max-response-size=4GB")
					.expect(CLIENT + "max-response-size", "2047MB"),
				BadInput.of("no method tags at all")
					.with(URL, "jsonrpc.metrics.max-method-tags=0")
					.expect("jsonrpc.metrics.max-method-tags", "at least 1", "larger number"),
				BadInput.of("method tags that are no number")
					.with(URL, "jsonrpc.metrics.max-method-tags=many")
					.expect("jsonrpc.metrics.max-method-tags", "whole number", "many"),
				BadInput.of("batch.max-size that is none")
					.with(URL, CLIENT + "batch.max-size=many")
					.expect(CLIENT + "batch.max-size", "whole number", "many"),
				BadInput.of("zero batch.max-size")
					.with(URL, CLIENT + "batch.max-size=0")
					.expect(CLIENT + "batch.max-size", "at least 1"),
				BadInput.of("batch.enabled that is no boolean")
					.with(URL, CLIENT + "batch.enabled=perhaps")
					.expect(CLIENT + "batch.enabled", "true or false", "perhaps"),
				BadInput.of("scalar for batch")
					.with(URL, CLIENT + "batch=true")
					.expect(CLIENT + "batch", "no value of its own", CLIENT + "batch.max-size"),
				BadInput.of("log.max-length that is none")
					.with(URL, CLIENT + "log.max-length=long")
					.expect(CLIENT + "log.max-length", "whole number", "long"),
				BadInput.of("negative log.max-length")
					.with(URL, CLIENT + "log.max-length=-1")
					.expect(CLIENT + "log.max-length", "at least 1"),
				BadInput.of("blank log.mask")
					.with(URL, CLIENT + "log.mask[0]= ")
					.expect(CLIENT + "log.mask", "blank", "password"),
				BadInput.of("log.mask with a malformed JSON pointer")
					.with(URL, CLIENT + "log.mask=password,/params/" + SECRET + "~2")
					.expect(CLIENT + "log.mask", "JSON pointer", "not '~2'", "RFC 6901, section 3", "'~1' for '/'"),
				BadInput.of("log.mask with a pointer that ends in a tilde")
					.with(URL, CLIENT + "log.mask[0]=/params/a~")
					.expect(CLIENT + "log.mask", "not '~'", "'/params/0'"),
				BadInput.of("log.mask of the defaults with a malformed JSON pointer")
					.with(URL, "jsonrpc.defaults.log.mask[0]=/~x")
					.expect("jsonrpc.defaults.log.mask", "not '~x'"),
				BadInput.of("scalar for log")
					.with(URL, CLIENT + "log=off")
					.expect(CLIENT + "log", "no value of its own", CLIENT + "log.max-length"),
				// methods
				BadInput.of("method without match")
					.with(URL, CLIENT + "methods[0].timeout=5s")
					.expect(CLIENT + "methods[0].match", "is missing", "eth_*"),
				BadInput.of("method with a blank match")
					.with(URL, CLIENT + "methods[0].match= ")
					.expect(CLIENT + "methods[0].match", "is missing"),
				BadInput.of("method with a negative timeout")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[1].match=b",
							CLIENT + "methods[1].timeout=-1")
					.expect(CLIENT + "methods[1].timeout", "between 0"),
				BadInput.of("method with a max-response-size beyond memory")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[0].max-response-size=4GB")
					.expect(CLIENT + "methods[0].max-response-size", "2047MB"),
				BadInput.of("method with a timeout that is none")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[0].timeout=soon")
					.expect(CLIENT + "methods[0].timeout", "duration", "soon"),
				BadInput.of("method with a log that is no boolean")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[0].log=perhaps")
					.expect(CLIENT + "methods[0].log", "true or false", "perhaps"),
				BadInput.of("method with an unknown key")
					.with(URL, CLIENT + "methods[0].mach=a")
					.expect(CLIENT + "methods[0].mach", CLIENT + "methods[0].match"),
				BadInput.of("methods by name")
					.with(URL, CLIENT + "methods.eth.timeout=5s")
					.expect(CLIENT + "methods.eth.timeout", "not known"),
				BadInput.of("scalar for methods")
					.with(URL, CLIENT + "methods=eth_*")
					.expect(CLIENT + "methods", CLIENT + "methods[0].match"),
				// ssl
				BadInput.of("unknown SSL bundle")
					.with(URL, CLIENT + "ssl.bundle=mine")
					.expect(CLIENT + "ssl.bundle", "mine", "spring.ssl.bundle"),
				BadInput.of("unknown SSL bundle beside a known one")
					.with(URL, CLIENT + "ssl.bundle=mine",
							"spring.ssl.bundle.pem.other.truststore.certificate=classpath:" + SECRET + ".pem")
					.expect(CLIENT + "ssl.bundle", "mine", "use one of: other"),
				BadInput.of("scalar for ssl")
					.with(URL, CLIENT + "ssl=mine")
					.expect(CLIENT + "ssl", "no value of its own", CLIENT + "ssl.bundle"));
	}

}
