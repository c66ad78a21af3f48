package io.github.jsonrpcspring.autoconfigure;

import java.util.stream.Stream;

/**
 * Wrong URLs and credentials.
 */
final class UrlAndAuthCases {

	private static final String SECRET = BadInput.SECRET;

	private static final String CLIENT = BadInput.CLIENT;

	private static final String URL = BadInput.URL;

	private UrlAndAuthCases() {
	}

	static Stream<BadInput> all() {
		return Stream.of(
				// url
				BadInput.of("missing url")
					.with(CLIENT + "timeout=5s")
					.expect(CLIENT + "url", "is missing", "'" + CLIENT + "url'"),
				BadInput.of("blank url").with(CLIENT + "url=  ").expect(CLIENT + "url", "is missing"),
				BadInput.of("url that is none")
					.with(CLIENT + "url=ht!tp:/" + SECRET)
					.expect(CLIENT + "url", "malformed", "https://rpc.example.com"),
				BadInput.of("url without scheme")
					.with(CLIENT + "url=example.com/" + SECRET)
					.expect(CLIENT + "url", "http:// or https://"),
				BadInput.of("url of another scheme")
					.with(CLIENT + "url=ftp://u:" + SECRET + "@example.com")
					.expect(CLIENT + "url", "http:// or https://"),
				BadInput.of("url without host")
					.with(CLIENT + "url=https:///" + SECRET)
					.expect(CLIENT + "url", "no host"),
				BadInput.of("url with a blank")
					.with(CLIENT + "url=https://u:" + SECRET + " x@example.com")
					.expect(CLIENT + "url", "malformed", "encode special characters"),
				BadInput.of("url with an impossible port")
					.with(CLIENT + "url=https://u:" + SECRET + "@example.com:99999")
					.expect(CLIENT + "url", "port"),
				BadInput.of("url with a placeholder that nothing defines")
					.with(CLIENT + "url=https://${RPC_HOST}/" + SECRET)
					.expect(CLIENT + "url", "placeholder", "environment variable"),
				// auth
				BadInput.of("two kinds of auth")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=" + SECRET,
							CLIENT + "auth.bearer.token=" + SECRET)
					.expect(CLIENT + "auth.bearer", CLIENT + "auth.basic", "one kind"),
				BadInput.of("userinfo and another kind of auth")
					.with(CLIENT + "url=https://app:" + SECRET + "@example.com", CLIENT + "auth.bearer.token=" + SECRET)
					.expect(CLIENT + "auth.bearer", CLIENT + "url", "user name", "one kind"),
				BadInput.of("auth and a default header")
					.with(URL, CLIENT + "default-header.authorization=" + SECRET, CLIENT + "auth.header.name=X-Api-Key",
							CLIENT + "auth.header.value=" + SECRET)
					.expect(CLIENT + "auth.header", CLIENT + "default-header.authorization", "one kind"),
				BadInput.of("userinfo and a default header")
					.with(CLIENT + "url=https://app:" + SECRET + "@example.com",
							CLIENT + "default-header.Authorization=" + SECRET)
					.expect(CLIENT + "default-header.Authorization", CLIENT + "url' by the user name", "one kind"),
				BadInput.of("token and a file with it")
					.with(URL, CLIENT + "auth.bearer.token=" + SECRET, CLIENT + "auth.bearer.token-file=/" + SECRET)
					.expect(CLIENT + "auth.bearer.token-file", CLIENT + "auth.bearer", "either a file or a value"),
				BadInput.of("user name and a file with it")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=" + SECRET,
							CLIENT + "auth.basic.file=/" + SECRET)
					.expect(CLIENT + "auth.basic.file", CLIENT + "auth.basic", "either a file or a value"),
				BadInput.of("two files")
					.with(URL, CLIENT + "auth.basic.file=/" + SECRET, CLIENT + "auth.bearer.token-file=/" + SECRET)
					.expect(CLIENT + "auth.bearer.token-file", CLIENT + "auth.basic.file", "one kind"),
				BadInput.of("OAuth2 and another kind of auth")
					.with(URL, CLIENT + "auth.bearer.token=" + SECRET, CLIENT + "auth.oauth2.registration-id=auth")
					.expect(CLIENT + "auth.oauth2.registration-id", CLIENT + "auth.bearer", "one kind"),
				BadInput.of("OAuth2 without registrations")
					.with(URL, CLIENT + "auth.oauth2.registration-id=auth")
					.expect(CLIENT + "auth.oauth2.registration-id",
							"'spring.security.oauth2.client.registration.auth'"),
				BadInput.of("token file that does not exist")
					.with(URL, CLIENT + "auth.bearer.token-file=/" + SECRET)
					.expect(CLIENT + "auth.bearer.token-file", "does not exist"),
				BadInput.of("directory for a file")
					.with(URL, CLIENT + "auth.basic.file=.")
					.expect(CLIENT + "auth.basic.file", "cannot be read"),
				BadInput.of("blank path of a file")
					.with(URL, CLIENT + "auth.basic.file= ")
					.expect(CLIENT + "auth.basic.file", "is blank"),
				BadInput.of("path that is none")
					.with(URL, CLIENT + "auth.basic.file=/\0" + SECRET)
					.expect(CLIENT + "auth.basic.file", "no path of a file"),
				BadInput.of("path with a placeholder that nothing defines")
					.with(URL, CLIENT + "auth.bearer.token-file=${NO_" + SECRET + "}/token")
					.expect(CLIENT + "auth.bearer.token-file", "placeholder"),
				BadInput.of("user name without password")
					.with(URL, CLIENT + "auth.basic.username=" + SECRET)
					.expect(CLIENT + "auth.basic.password", "is missing", CLIENT + "auth.basic.username", "both"),
				BadInput.of("password without user name")
					.with(URL, CLIENT + "auth.basic.password=" + SECRET)
					.expect(CLIENT + "auth.basic.username", "is missing", CLIENT + "auth.basic.password", "both"),
				BadInput.of("user name with a colon")
					.with(URL, CLIENT + "auth.basic.username=app:" + SECRET, CLIENT + "auth.basic.password=x")
					.expect(CLIENT + "auth.basic.username", "colon", "password"),
				BadInput.of("empty user name and password")
					.with(URL, CLIENT + "auth.basic.username=", CLIENT + "auth.basic.password=")
					.expect(CLIENT + "auth.basic.password", "empty", "Set one of them"),
				BadInput.of("password with a placeholder that nothing defines")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=${NO_" + SECRET + "}")
					.expect(CLIENT + "auth.basic.password", "placeholder", "environment variable"),
				BadInput.of("scalar for auth")
					.with(URL, CLIENT + "auth=app:" + SECRET)
					.expect(CLIENT + "auth", "no value of its own", CLIENT + "auth.basic"),
				BadInput.of("scalar for auth.basic")
					.with(URL, CLIENT + "auth.basic=app:" + SECRET)
					.expect(CLIENT + "auth.basic", "no value of its own", CLIENT + "auth.basic.username",
							CLIENT + "auth.basic.password"),
				BadInput.of("scalar for auth.bearer")
					.with(URL, CLIENT + "auth.bearer=" + SECRET)
					.expect(CLIENT + "auth.bearer", "no value of its own", CLIENT + "auth.bearer.token"),
				BadInput.of("scalar for auth.header")
					.with(URL, CLIENT + "auth.header=" + SECRET)
					.expect(CLIENT + "auth.header", "no value of its own", CLIENT + "auth.header.name"),
				BadInput.of("empty auth.basic")
					.with(URL, CLIENT + "auth.basic=")
					.expect(CLIENT + "auth.basic", "no value of its own", CLIENT + "auth.basic.username"),
				BadInput.of("scalar for auth.basic in the environment")
					.with(URL)
					.environment("JSONRPC_CLIENTS_NODE_AUTH_BASIC=app:" + SECRET)
					.expect(CLIENT + "auth.basic", "no value of its own", CLIENT + "auth.basic.username"),
				BadInput.of("blank token")
					.with(URL, CLIENT + "auth.bearer.token=")
					.expect(CLIENT + "auth.bearer.token", "blank"),
				BadInput.of("token with its scheme")
					.with(URL, CLIENT + "auth.bearer.token=Bearer " + SECRET)
					.expect(CLIENT + "auth.bearer.token", "without the word 'Bearer'"),
				BadInput.of("token with a line break")
					.with(URL, CLIENT + "auth.bearer.token=" + SECRET + "\nx")
					.expect(CLIENT + "auth.bearer.token", "line break"),
				BadInput.of("auth header without value")
					.with(URL, CLIENT + "auth.header.name=X-" + SECRET)
					.expect(CLIENT + "auth.header.value", "is missing", "both"),
				BadInput.of("auth header without name")
					.with(URL, CLIENT + "auth.header.value=" + SECRET)
					.expect(CLIENT + "auth.header.name", "is missing", "both"),
				BadInput.of("auth header with a blank value")
					.with(URL, CLIENT + "auth.header.name=X-Api-Key", CLIENT + "auth.header.value= ")
					.expect(CLIENT + "auth.header.value", "blank"),
				BadInput.of("auth header with a bad name")
					.with(URL, CLIENT + "auth.header.name=X Key", CLIENT + "auth.header.value=" + SECRET)
					.expect(CLIENT + "auth.header.name", "no name of an HTTP header", "X-Api-Key"),
				BadInput.of("auth header with a line break")
					.with(URL, CLIENT + "auth.header.name=X-Api-Key",
							CLIENT + "auth.header.value=" + SECRET + "\r\nA: b")
					.expect(CLIENT + "auth.header.value", "line break"));
	}

}
