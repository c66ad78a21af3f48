package io.github.jsonrpcspring.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Every key that can be wrong: a wrong value fails at start, names the key and the way
 * out, and shows no secret.
 */
@ExtendWith(OutputCaptureExtension.class)
class JsonRpcBadInputTests {

	private static final String SECRET = "s3cr3t";

	private static final String CLIENT = "jsonrpc.clients.node.";

	private static final String URL = CLIENT + "url=https://rpc.example.com/v1/" + SECRET;

	private static final String NO_LINE_BREAK = CLIENT + "default-header.X-Api-Key=" + SECRET;

	static Stream<BadInput> badInput() {
		return Stream.of(
				// url
				bad("missing url").with(CLIENT + "timeout=5s")
					.expect(CLIENT + "url", "is missing", "'" + CLIENT + "url'"),
				bad("blank url").with(CLIENT + "url=  ").expect(CLIENT + "url", "is missing"),
				bad("url that is none").with(CLIENT + "url=ht!tp:/" + SECRET)
					.expect(CLIENT + "url", "malformed", "https://rpc.example.com"),
				bad("url without scheme").with(CLIENT + "url=example.com/" + SECRET)
					.expect(CLIENT + "url", "http:// or https://"),
				bad("url of another scheme").with(CLIENT + "url=ftp://u:" + SECRET + "@example.com")
					.expect(CLIENT + "url", "http:// or https://"),
				bad("url without host").with(CLIENT + "url=https:///" + SECRET).expect(CLIENT + "url", "no host"),
				bad("url with a blank").with(CLIENT + "url=https://u:" + SECRET + " x@example.com")
					.expect(CLIENT + "url", "malformed", "encode special characters"),
				bad("url with an impossible port").with(CLIENT + "url=https://u:" + SECRET + "@example.com:99999")
					.expect(CLIENT + "url", "port"),
				bad("url with a placeholder that nothing defines").with(CLIENT + "url=https://${RPC_HOST}/" + SECRET)
					.expect(CLIENT + "url", "placeholder", "environment variable"),
				// auth
				bad("two kinds of auth")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=" + SECRET,
							CLIENT + "auth.bearer.token=" + SECRET)
					.expect(CLIENT + "auth.bearer", CLIENT + "auth.basic", "one kind"),
				bad("userinfo and another kind of auth")
					.with(CLIENT + "url=https://app:" + SECRET + "@example.com", CLIENT + "auth.bearer.token=" + SECRET)
					.expect(CLIENT + "auth.bearer", CLIENT + "url", "user name", "one kind"),
				bad("auth and a default header")
					.with(URL, CLIENT + "default-header.authorization=" + SECRET, CLIENT + "auth.header.name=X-Api-Key",
							CLIENT + "auth.header.value=" + SECRET)
					.expect(CLIENT + "auth.header", CLIENT + "default-header.authorization", "one kind"),
				bad("userinfo and a default header")
					.with(CLIENT + "url=https://app:" + SECRET + "@example.com",
							CLIENT + "default-header.Authorization=" + SECRET)
					.expect(CLIENT + "default-header.Authorization", CLIENT + "url' by the user name", "one kind"),
				bad("user name without password").with(URL, CLIENT + "auth.basic.username=" + SECRET)
					.expect(CLIENT + "auth.basic.password", "is missing", CLIENT + "auth.basic.username", "both"),
				bad("password without user name").with(URL, CLIENT + "auth.basic.password=" + SECRET)
					.expect(CLIENT + "auth.basic.username", "is missing", CLIENT + "auth.basic.password", "both"),
				bad("user name with a colon")
					.with(URL, CLIENT + "auth.basic.username=app:" + SECRET, CLIENT + "auth.basic.password=x")
					.expect(CLIENT + "auth.basic.username", "colon", "password"),
				bad("empty user name and password")
					.with(URL, CLIENT + "auth.basic.username=", CLIENT + "auth.basic.password=")
					.expect(CLIENT + "auth.basic.password", "empty", "Set one of them"),
				bad("password with a placeholder that nothing defines")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.password=${NO_" + SECRET + "}")
					.expect(CLIENT + "auth.basic.password", "placeholder", "environment variable"),
				bad("scalar for auth").with(URL, CLIENT + "auth=app:" + SECRET)
					.expect(CLIENT + "auth", "no value of its own", CLIENT + "auth.basic"),
				bad("scalar for auth.basic").with(URL, CLIENT + "auth.basic=app:" + SECRET)
					.expect(CLIENT + "auth.basic", "no value of its own", CLIENT + "auth.basic.username",
							CLIENT + "auth.basic.password"),
				bad("scalar for auth.bearer").with(URL, CLIENT + "auth.bearer=" + SECRET)
					.expect(CLIENT + "auth.bearer", "no value of its own", CLIENT + "auth.bearer.token"),
				bad("scalar for auth.header").with(URL, CLIENT + "auth.header=" + SECRET)
					.expect(CLIENT + "auth.header", "no value of its own", CLIENT + "auth.header.name"),
				bad("empty auth.basic").with(URL, CLIENT + "auth.basic=")
					.expect(CLIENT + "auth.basic", "no value of its own", CLIENT + "auth.basic.username"),
				bad("scalar for auth.basic in the environment").with(URL)
					.environment("JSONRPC_CLIENTS_NODE_AUTH_BASIC=app:" + SECRET)
					.expect(CLIENT + "auth.basic", "no value of its own", CLIENT + "auth.basic.username"),
				bad("blank token").with(URL, CLIENT + "auth.bearer.token=")
					.expect(CLIENT + "auth.bearer.token", "blank"),
				bad("token with its scheme").with(URL, CLIENT + "auth.bearer.token=Bearer " + SECRET)
					.expect(CLIENT + "auth.bearer.token", "without the word 'Bearer'"),
				bad("token with a line break").with(URL, CLIENT + "auth.bearer.token=" + SECRET + "\nx")
					.expect(CLIENT + "auth.bearer.token", "line break"),
				bad("auth header without value").with(URL, CLIENT + "auth.header.name=X-" + SECRET)
					.expect(CLIENT + "auth.header.value", "is missing", "both"),
				bad("auth header without name").with(URL, CLIENT + "auth.header.value=" + SECRET)
					.expect(CLIENT + "auth.header.name", "is missing", "both"),
				bad("auth header with a blank value")
					.with(URL, CLIENT + "auth.header.name=X-Api-Key", CLIENT + "auth.header.value= ")
					.expect(CLIENT + "auth.header.value", "blank"),
				bad("auth header with a bad name")
					.with(URL, CLIENT + "auth.header.name=X Key", CLIENT + "auth.header.value=" + SECRET)
					.expect(CLIENT + "auth.header.name", "no name of an HTTP header", "X-Api-Key"),
				bad("auth header with a line break")
					.with(URL, CLIENT + "auth.header.name=X-Api-Key",
							CLIENT + "auth.header.value=" + SECRET + "\r\nA: b")
					.expect(CLIENT + "auth.header.value", "line break"),
				// words
				bad("unknown id strategy").with(URL, CLIENT + "id-strategy=uuuid")
					.expect(CLIENT + "id-strategy", "uuuid", "decimal, hex, random, uuid, myIds", "JsonRpcIdGenerator"),
				bad("id strategy that is another bean").with(URL, CLIENT + "id-strategy=environment")
					.expect(CLIENT + "id-strategy", "environment", "decimal, hex, random, uuid"),
				bad("unknown validation").with(URL, CLIENT + "validation=loose")
					.expect(CLIENT + "validation", "loose", "'lenient'", "'strict'", "'off'"),
				bad("unknown version").with(URL, CLIENT + "version=3.0")
					.expect(CLIENT + "version", "3.0", "2.0", "1.0"),
				bad("unknown params").with(URL, CLIENT + "params=array")
					.expect(CLIENT + "params", "array", "'positional'", "'named'"),
				bad("named params in 1.0").with(URL, CLIENT + "version=1.0", CLIENT + "params=named")
					.expect(CLIENT + "params", "1.0", "positional"),
				bad("unknown empty-params").with(URL, CLIENT + "empty-params=never")
					.expect(CLIENT + "empty-params", "never", "'omit'", "'send'"),
				bad("unknown null-params").with(URL, CLIENT + "null-params=never")
					.expect(CLIENT + "null-params", "never", "'send'", "'omit'"),
				bad("unknown redirects").with(URL, CLIENT + "redirects=perhaps")
					.expect(CLIENT + "redirects", "perhaps", "'follow'", "'dont-follow'"),
				bad("unknown cookie-handling").with(URL, CLIENT + "cookie-handling=perhaps")
					.expect(CLIENT + "cookie-handling", "perhaps", "'disable'"),
				bad("cookies with a client that cannot").with(URL, CLIENT + "cookie-handling=enable")
					.expect(CLIENT + "cookie-handling", "enable", "enable-when-possible"),
				bad("cookies for all with a client that cannot").with(URL, "spring.http.clients.cookie-handling=enable")
					.expect("spring.http.clients.cookie-handling", "enable", "enable-when-possible"),
				bad("primary that is no boolean").with(URL, CLIENT + "primary=first")
					.expect(CLIENT + "primary", "true or false", "first"),
				bad("enabled that is no boolean").with(URL, "jsonrpc.enabled=maybe")
					.expect("jsonrpc.enabled", "true or false", "maybe"),
				// members and headers
				bad("nested extra member").with(URL, CLIENT + "extra-members.auth.token=" + SECRET)
					.expect(CLIENT + "extra-members.auth", "neither text", "quotes", "brackets"),
				bad("extra member that is a list").with(URL, CLIENT + "extra-members.auth[0]=" + SECRET)
					.expect(CLIENT + "extra-members.auth", "neither text", "quotes"),
				bad("extra member that is a fraction").yaml(yaml("extra-members: { auth: 1.5 }"))
					.expect(CLIENT + "extra-members.auth", "neither text", "quotes"),
				bad("extra member jsonrpc").with(URL, CLIENT + "extra-members.jsonrpc=" + SECRET)
					.expect(CLIENT + "extra-members.jsonrpc", "defines"),
				bad("extra member method").with(URL, CLIENT + "extra-members.method=" + SECRET)
					.expect(CLIENT + "extra-members.method", "defines"),
				bad("extra member params").with(URL, CLIENT + "extra-members.params=" + SECRET)
					.expect(CLIENT + "extra-members.params", "defines"),
				bad("extra member id").with(URL, CLIENT + "extra-members.id=" + SECRET)
					.expect(CLIENT + "extra-members.id", "defines"),
				bad("extra member whose name would lose a character")
					.with(URL, CLIENT + "extra-members.api_key=" + SECRET)
					.expect(CLIENT + "extra-members.api_key", "lose", "[api_key]"),
				bad("extra member with a placeholder that nothing defines")
					.with(URL, CLIENT + "extra-members.auth=${NO_" + SECRET + "}")
					.expect(CLIENT + "extra-members.auth", "placeholder"),
				bad("scalar for extra-members").with(URL, CLIENT + "extra-members=" + SECRET)
					.expect(CLIENT + "extra-members", "no value of its own", CLIENT + "extra-members.<name>"),
				bad("header with a line break").with(URL, NO_LINE_BREAK + "\r\nX-Other: 1")
					.expect(CLIENT + "default-header.X-Api-Key", "line break"),
				bad("header with a character outside ISO-8859-1").with(URL, NO_LINE_BREAK + "\u20ac")
					.expect(CLIENT + "default-header.X-Api-Key", "ISO-8859-1"),
				bad("header with a bad name").with(URL, CLIENT + "default-header.[X Key]=" + SECRET)
					.expect(CLIENT + "default-header.X Key", "no name of an HTTP header"),
				bad("header whose name would lose a character").with(URL, CLIENT + "default-header.X_Key=" + SECRET)
					.expect(CLIENT + "default-header.X_Key", "lose", "[X_Key]"),
				bad("header of the HTTP client").with(URL, CLIENT + "default-header.Content-Length=12")
					.expect(CLIENT + "default-header.Content-Length", "HTTP client", "Remove"),
				bad("content type as a header").with(URL, CLIENT + "default-header.Content-Type=text/json")
					.expect(CLIENT + "default-header.Content-Type", "'content-type'"),
				bad("header that is a list").with(URL, CLIENT + "default-header.X-Key[0]=" + SECRET)
					.expect(CLIENT + "default-header.X-Key[0]", "one value", "commas"),
				bad("header with a placeholder that nothing defines")
					.with(URL, CLIENT + "default-header.X-Key=${NO_" + SECRET + "}")
					.expect(CLIENT + "default-header.X-Key", "placeholder"),
				bad("scalar for default-header").with(URL, CLIENT + "default-header=X-Api-Key:" + SECRET)
					.expect(CLIENT + "default-header", "no value of its own", CLIENT + "default-header.<name>"),
				bad("bad content type").with(URL, CLIENT + "content-type=json")
					.expect(CLIENT + "content-type", "media type", "application/json"),
				bad("content type with wildcard").with(URL, CLIENT + "content-type=application/*")
					.expect(CLIENT + "content-type", "media type"),
				bad("content type with another charset").with(URL, CLIENT + "content-type=text/plain;charset=latin1")
					.expect(CLIENT + "content-type", "UTF-8"),
				// numbers, durations and sizes
				bad("timeout that is none").with(URL, CLIENT + "timeout=soon")
					.expect(CLIENT + "timeout", "duration", "'5s'", "soon"),
				bad("negative timeout").with(URL, CLIENT + "timeout=-1s")
					.expect(CLIENT + "timeout", "between 0", "30s"),
				bad("endless timeout").with(URL, CLIENT + "timeout=99999d")
					.expect(CLIENT + "timeout", "24 days", "0 for"),
				bad("connect-timeout that is none").with(URL, CLIENT + "connect-timeout=soon")
					.expect(CLIENT + "connect-timeout", "duration", "soon"),
				bad("zero connect-timeout").with(URL, CLIENT + "connect-timeout=0")
					.expect(CLIENT + "connect-timeout", "between 1 millisecond", "'timeout'"),
				bad("negative connect-timeout").with(URL, CLIENT + "connect-timeout=-5s")
					.expect(CLIENT + "connect-timeout", "between 1 millisecond"),
				bad("read-timeout that is none").with(URL, CLIENT + "read-timeout=soon")
					.expect(CLIENT + "read-timeout", "duration", "soon"),
				bad("zero read-timeout").with(URL, CLIENT + "read-timeout=0")
					.expect(CLIENT + "read-timeout", "between 1 millisecond"),
				bad("max-response-size that is none").with(URL, CLIENT + "max-response-size=huge")
					.expect(CLIENT + "max-response-size", "size", "'10MB'", "huge"),
				bad("zero max-response-size").with(URL, CLIENT + "max-response-size=0")
					.expect(CLIENT + "max-response-size", "between 1B", "10MB"),
				bad("negative max-response-size").with(URL, CLIENT + "max-response-size=-1KB")
					.expect(CLIENT + "max-response-size", "between 1B"),
				bad("max-response-size beyond memory").with(URL, CLIENT + "max-response-size=4GB")
					.expect(CLIENT + "max-response-size", "2047MB"),
				bad("batch.max-size that is none").with(URL, CLIENT + "batch.max-size=many")
					.expect(CLIENT + "batch.max-size", "whole number", "many"),
				bad("zero batch.max-size").with(URL, CLIENT + "batch.max-size=0")
					.expect(CLIENT + "batch.max-size", "at least 1"),
				bad("batch.enabled that is no boolean").with(URL, CLIENT + "batch.enabled=perhaps")
					.expect(CLIENT + "batch.enabled", "true or false", "perhaps"),
				bad("scalar for batch").with(URL, CLIENT + "batch=true")
					.expect(CLIENT + "batch", "no value of its own", CLIENT + "batch.max-size"),
				bad("log.max-length that is none").with(URL, CLIENT + "log.max-length=long")
					.expect(CLIENT + "log.max-length", "whole number", "long"),
				bad("negative log.max-length").with(URL, CLIENT + "log.max-length=-1")
					.expect(CLIENT + "log.max-length", "at least 1"),
				bad("blank log.mask").with(URL, CLIENT + "log.mask[0]= ")
					.expect(CLIENT + "log.mask", "blank", "password"),
				bad("scalar for log").with(URL, CLIENT + "log=off")
					.expect(CLIENT + "log", "no value of its own", CLIENT + "log.max-length"),
				// methods
				bad("method without match").with(URL, CLIENT + "methods[0].timeout=5s")
					.expect(CLIENT + "methods[0].match", "is missing", "eth_*"),
				bad("method with a blank match").with(URL, CLIENT + "methods[0].match= ")
					.expect(CLIENT + "methods[0].match", "is missing"),
				bad("method with a negative timeout")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[1].match=b",
							CLIENT + "methods[1].timeout=-1")
					.expect(CLIENT + "methods[1].timeout", "between 0"),
				bad("method with a timeout that is none")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[0].timeout=soon")
					.expect(CLIENT + "methods[0].timeout", "duration", "soon"),
				bad("method with a log that is no boolean")
					.with(URL, CLIENT + "methods[0].match=a", CLIENT + "methods[0].log=perhaps")
					.expect(CLIENT + "methods[0].log", "true or false", "perhaps"),
				bad("method with an unknown key").with(URL, CLIENT + "methods[0].mach=a")
					.expect(CLIENT + "methods[0].mach", CLIENT + "methods[0].match"),
				bad("methods by name").with(URL, CLIENT + "methods.eth.timeout=5s")
					.expect(CLIENT + "methods.eth.timeout", "not known"),
				bad("scalar for methods").with(URL, CLIENT + "methods=eth_*")
					.expect(CLIENT + "methods", CLIENT + "methods[0].match"),
				// ssl
				bad("unknown SSL bundle").with(URL, CLIENT + "ssl.bundle=mine")
					.expect(CLIENT + "ssl.bundle", "mine", "spring.ssl.bundle"),
				bad("unknown SSL bundle beside a known one")
					.with(URL, CLIENT + "ssl.bundle=mine",
							"spring.ssl.bundle.pem.other.truststore.certificate=classpath:" + SECRET + ".pem")
					.expect(CLIENT + "ssl.bundle", "mine", "use one of: other"),
				bad("scalar for ssl").with(URL, CLIENT + "ssl=mine")
					.expect(CLIENT + "ssl", "no value of its own", CLIENT + "ssl.bundle"),
				// defaults
				bad("wrong default").with(URL, "jsonrpc.defaults.validation=loose")
					.expect("jsonrpc.defaults.validation", "loose", "'strict'"),
				bad("wrong default timeout").with(URL, "jsonrpc.defaults.connect-timeout=-1")
					.expect("jsonrpc.defaults.connect-timeout", "between 1 millisecond"),
				bad("wrong default that no client uses").with(URL, CLIENT + "timeout=5s", "jsonrpc.defaults.timeout=-1")
					.expect("jsonrpc.defaults.timeout", "between 0"),
				bad("wrong default without a client").with("jsonrpc.defaults.id-strategy=none")
					.expect("jsonrpc.defaults.id-strategy", "decimal, hex, random, uuid"),
				bad("unknown default SSL bundle").with(URL, "jsonrpc.defaults.ssl.bundle=mine")
					.expect("jsonrpc.defaults.ssl.bundle", "mine"),
				bad("url in the defaults").with("jsonrpc.defaults.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.defaults.url", "not known", "'jsonrpc.clients.<name>.url'"),
				bad("auth in the defaults").with("jsonrpc.defaults.auth.bearer.token=" + SECRET)
					.expect("jsonrpc.defaults.auth.bearer.token", "'jsonrpc.clients.<name>.auth.bearer.token'"),
				bad("primary in the defaults").with("jsonrpc.defaults.primary=true")
					.expect("jsonrpc.defaults.primary", "'jsonrpc.clients.<name>.primary'"),
				// unknown keys
				bad("key with a typing error").with(URL, CLIENT + "tiemout=5s")
					.expect(CLIENT + "tiemout", "not known", "'" + CLIENT + "timeout'"),
				bad("secret with a typing error")
					.with(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.pasword=" + SECRET)
					.expect(CLIENT + "auth.basic.pasword", "not known", "'" + CLIENT + "auth.basic.password'"),
				bad("key in the wrong place").with(URL, CLIENT + "bearer.token=" + SECRET)
					.expect(CLIENT + "bearer.token", "'" + CLIENT + "auth.bearer.token'"),
				bad("key that is like no other").with(URL, CLIENT + "colour=" + SECRET)
					.expect(CLIENT + "colour", "Remove", "auth.basic.username", "id-strategy"),
				bad("several unknown keys").with(URL, CLIENT + "colour=" + SECRET, CLIENT + "tiemout=5s")
					.expect(CLIENT + "colour", CLIENT + "tiemout", "'" + CLIENT + "timeout'"),
				bad("unknown key in the defaults").with(URL, "jsonrpc.defaults.max-response=1MB")
					.expect("jsonrpc.defaults.max-response", "'jsonrpc.defaults.max-response-size'"),
				bad("unknown key at the top").with("jsonrpc.client.node.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.client.node.url", "'jsonrpc.clients.node.url'"),
				bad("url at the top").with("jsonrpc.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.url", "'jsonrpc.clients.<name>.url'"),
				bad("nothing like it at the top").with("jsonrpc.colour=" + SECRET)
					.expect("jsonrpc.colour", "jsonrpc.enabled", "jsonrpc.defaults.*"),
				// names
				bad("client name with capitals").with("jsonrpc.clients.myNode.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.clients.myNode", "a-z, 0-9 and dashes", "'my-node'"),
				bad("client name with an underscore").with("jsonrpc.clients.my_node.url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.my_node", "a-z, 0-9 and dashes", "'my-node'"),
				bad("client name in brackets").with("jsonrpc.clients[my node].url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.my node", "a-z, 0-9 and dashes", "'my-node'"),
				bad("client name of dashes").with("jsonrpc.clients[--].url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.--", "a-z, 0-9 and dashes"),
				bad("client name with umlaut").with("jsonrpc.clients.zürich.url=https://u:" + SECRET + "@x.com")
					.expect("jsonrpc.clients.zürich", "a-z, 0-9 and dashes"),
				bad("url in place of a client").with("jsonrpc.clients.node=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.clients.node", "no value of its own", "'jsonrpc.clients.node.url'"),
				bad("client with nothing").with("jsonrpc.clients.node=").expect(CLIENT + "url", "is missing"),
				bad("clients in place of which there is a text").with("jsonrpc.clients=https://" + SECRET + ".com")
					.expect("jsonrpc.clients", "no value of its own", "'jsonrpc.clients.<name>.url'"),
				bad("no name of a client").with("jsonrpc.clients.url=https://u:" + SECRET + "@example.com")
					.expect("jsonrpc.clients.url", "no value of its own"),
				bad("text in place of everything").with("jsonrpc=" + SECRET).expect("jsonrpc", "no value of its own"),
				bad("two spellings of a name")
					.with("jsonrpc.clients.my-node.url=https://" + SECRET + ".com",
							"jsonrpc.clients.mynode.url=https://" + SECRET + ".com")
					.expect("jsonrpc.clients.mynode", "jsonrpc.clients.my-node", "Rename"),
				bad("two primary clients")
					.with(URL, CLIENT + "primary=true", "jsonrpc.clients.other.url=https://" + SECRET + ".com",
							"jsonrpc.clients.other.primary=true")
					.expect("jsonrpc.clients.node.primary", "jsonrpc.clients.other.primary", "on one of"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void badInput(BadInput input) {
		input.run(TestContexts.runner());
	}

	@ParameterizedTest
	@ValueSource(strings = { "url=", "validation=loose", "id-strategy=none", "ssl.bundle=none", "connect-timeout=0" })
	void badInputFailsWhenBeansAreLazy(String property) {
		TestContexts.runner()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withPropertyValues(URL, CLIENT + property)
			.run((context) -> assertThat(analysis(context.getStartupFailure()).getDescription())
				.contains(CLIENT + property.substring(0, property.indexOf('='))));
	}

	@Test
	void analysisIsReported(CapturedOutput output) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(URL, CLIENT + "auth.basic.username=app", CLIENT + "auth.basic.pasword=" + SECRET)
			.build();
		assertThatException().isThrownBy(application::run);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property '" + CLIENT + "auth.basic.pasword'")
			.contains("Did you mean '" + CLIENT + "auth.basic.password'")
			.doesNotContain(SECRET);
	}

	@Test
	void descriptionSaysWhereThePropertyStands() {
		TestContexts.runner()
			.withInitializer(TestContexts.yaml(yaml("validation: loose")))
			.run((context) -> assertThat(analysis(context.getStartupFailure()).getDescription()).isEqualTo(
					"Property 'jsonrpc.clients.node.validation' (originating from 'Byte array resource [application.yml] - 5:19') "
							+ "must be one of 'lenient', 'strict', 'off', not 'loose'."));
	}

	private static String yaml(String line) {
		return """
				jsonrpc:
				  clients:
				    node:
				      url: https://u:s3cr3t@example.com
				      %s
				""".formatted(line);
	}

	private static BadInput bad(String name) {
		return new BadInput(name);
	}

	private static FailureAnalysis analysis(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailureAnalyzedException analyzed) {
				return analyzed.analysis();
			}
		}
		throw new AssertionError("Not analyzed", failure);
	}

	static final class BadInput {

		private final String name;

		private final List<String> properties = new ArrayList<>();

		private final List<String> words = new ArrayList<>();

		private String[] environment = {};

		private String yaml = "";

		private BadInput(String name) {
			this.name = name;
		}

		BadInput with(String... properties) {
			this.properties.addAll(Arrays.asList(properties));
			return this;
		}

		BadInput environment(String... variables) {
			this.environment = variables;
			return this;
		}

		BadInput yaml(String yaml) {
			this.yaml = yaml;
			return this;
		}

		BadInput expect(String... words) {
			this.words.addAll(Arrays.asList(words));
			return this;
		}

		void run(ApplicationContextRunner runner) {
			runner.withPropertyValues(this.properties.toArray(String[]::new))
				.withInitializer(TestContexts.yaml(this.yaml))
				.withInitializer(TestContexts.systemEnvironment(this.environment))
				.withBean("myIds", JsonRpcIdGenerator.class, JsonRpcIdGenerator::uuid)
				.run((context) -> {
					assertThat(context).hasFailed();
					check(context.getStartupFailure());
				});
		}

		private void check(Throwable failure) {
			FailureAnalysis analysis = analysis(failure);
			String text = analysis.getDescription() + "\n" + analysis.getAction();
			assertThat(text).contains(this.words);
			assertThat(analysis.getDescription()).contains("'" + this.words.get(0) + "'");
			assertThat(analysis.getAction()).isNotBlank();
			assertThat(text).doesNotContain(SECRET);
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).doesNotContain(SECRET);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
