package io.github.jsonrpcspring.integration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.jsonrpcspring.integration.server.RealServer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that the servers answer.
 */
final class Calls {

	static final String ACCOUNT = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

	private static final List<RealServer> NODE = List.of(RealServer.ANVIL);

	private static final List<RealServer> JSONRPC4J = List.of(RealServer.JSONRPC4J);

	/** Those whose numbers are binary with 53 bits. */
	private static final List<RealServer> JAYSON = List.of(RealServer.JAYSON, RealServer.JAYSON_HTTPS,
			RealServer.JAYSON_1_0);

	private static final List<RealServer> JAYSON_2_0 = List.of(RealServer.JAYSON, RealServer.JAYSON_HTTPS);

	private static final List<RealServer> SERVICES = Arrays.stream(RealServer.values())
		.filter((server) -> !server.isNode())
		.toList();

	private Calls() {
	}

	static Stream<Call> all() {
		return Stream.of(params(), values(), numbers(), errors(), node()).flatMap((calls) -> calls);
	}

	/**
	 * Wait for an answer.
	 */
	static <T> T await(Mono<T> mono) {
		return mono.block(Duration.ofSeconds(60));
	}

	private static Stream<Call> params() {
		return Stream.of(
				Call.of("positional", "add", Integer.class, (service) -> service.add(2, 3), 2, 3)
					.on(SERVICES, Outcome.result(5)),
				Call.of("named", "add", Integer.class, (service) -> service.add(2, 3))
					.named(Map.of("a", 2, "b", 3))
					.on(JSONRPC4J, Outcome.result(5))
					.on(JAYSON_2_0, Outcome.result(5)),
				Call.of("mixed", "find", String.class, (service) -> service.find(42, Map.of("name", "Foo")), 42,
						Map.of("name", "Foo"))
					.on(SERVICES, Outcome.result("42 Foo")),
				Call.of("none, null result", "nothing", String.class, (service) -> service.nothing())
					.on(SERVICES, Outcome.result(null)),
				Call.of("null", "echo", String.class, (service) -> service.echo(null), (Object) null)
					.on(SERVICES, Outcome.result(null)),
				Call.of("none, undefined result", "nothing_undefined", String.class,
						(service) -> service.nothingUndefined())
					.on(JAYSON, Outcome.result(null)));
	}

	private static Stream<Call> values() {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("list", Arrays.asList(1, null, List.of(), Map.of("deep", List.of(true, "x"))));
		object.put("nothing", null);
		return Stream.of(echo("object", object), echo("list", List.of(1, List.of(2, List.of()))),
				echo("empty list", List.of()), echo("empty object", Map.of()), echo("empty text", ""),
				echo("false", false), echo("text", "ä ß € 漢字 😀 \u0000 \u2028 \" \\ /"),
				echo("long text", "abc ".repeat(20_000)), echo("negative number", -17),
				echo("fraction", new BigDecimal("0.1")));
	}

	private static Call echo(String name, Object value) {
		JsonNode expected = new JsonMapper().valueToTree(value);
		return Call.of("echo of " + name, "echo", JsonNode.class, (service) -> service.echo(value), value)
			.on(SERVICES, Outcome.result(expected));
	}

	private static Stream<Call> numbers() {
		BigDecimal decimal = new BigDecimal("12345678901234567890.10");
		BigInteger integer = new BigInteger("123456789012345678901234567890");
		long exact = (1L << 53) - 1;
		long tooLong = (1L << 53) + 1;
		return Stream.of(
				Call.of("53 bits", "echo", Long.class, (service) -> service.echo(exact), exact)
					.on(SERVICES, Outcome.result(exact)),
				Call.of("54 bits", "echo", Long.class, (service) -> service.echo(tooLong), tooLong)
					.on(JSONRPC4J, Outcome.result(tooLong))
					.on(JAYSON, Outcome.result(tooLong - 1)),
				Call.of("big decimal", "decimal", BigDecimal.class, (service) -> service.decimal(decimal), decimal)
					.on(JSONRPC4J, Outcome.result(new BigDecimal("12345678901234567890.1")))
					.on(JAYSON, Outcome.result(new BigDecimal("12345678901234567000"))),
				Call.of("small decimal", "decimal", BigDecimal.class,
						(service) -> service.decimal(new BigDecimal("0.0000001")), new BigDecimal("0.0000001"))
					.on(SERVICES, Outcome.result(new BigDecimal("1E-7"))),
				Call.of("big integer", "integer", BigInteger.class, (service) -> service.integer(integer), integer)
					.on(JSONRPC4J, Outcome.result(integer))
					.on(JAYSON, Outcome.result(new BigInteger("123456789012345680000000000000"))));
	}

	private static Stream<Call> errors() {
		return Stream.of(
				Call.of("method not found", "missing", String.class, (service) -> service.missing("x"), "x")
					.on(JSONRPC4J, Outcome.error(-32601, "method not found", null))
					.on(JAYSON, Outcome.error(-32601, "Method not found", null))
					.on(NODE, Outcome.error(-32601, "Method not found", null)),
				Call.of("invalid params", "add", Integer.class, (service) -> service.add("x", 3), "x", 3)
					.on(JSONRPC4J, Outcome.error(-32602, "Failed to read method parameter at index 0", null))
					.on(JAYSON, Outcome.error(-32602, "a and b must be numbers", "{\"got\":[\"string\",\"number\"]}")),
				Call.of("error of the application", "app_error", String.class, (service) -> service.appError())
					.on(SERVICES, Outcome.error(1001, "account is closed", "\"A-7\"")),
				Call.of("exception in the server", "fail", String.class, (service) -> service.fail())
					.on(JSONRPC4J,
							Outcome.error(-32001, "boom",
									"{\"exceptionTypeName\":\"java.lang.IllegalStateException\",\"message\":\"boom\"}"))
					.on(JAYSON_2_0, Outcome.error(-32603, "Internal error", null))
					.on(List.of(RealServer.JAYSON_1_0), new Outcome.Failure(null, "", null)),
				Call.of("error that is a text", "string_error", String.class, (service) -> service.stringError())
					.on(JAYSON_2_0, Outcome.error(-32603, "Internal error", null))
					.on(List.of(RealServer.JAYSON_1_0), new Outcome.Failure(null, "just a text", null)));
	}

	private static Stream<Call> node() {
		Map<String, String> reverting = Map.of("from", ACCOUNT, "data", "0x60aa60005260206000fd");
		String unknown = "0x" + "0".repeat(64);
		return Stream.of(
				Call.of("chain", "eth_chainId", String.class, (node) -> node.chainId())
					.on(NODE, Outcome.result("0x7a69")),
				Call.of("balance", "eth_getBalance", String.class, (node) -> node.balance(ACCOUNT, "0x0"), ACCOUNT,
						"0x0")
					.on(NODE, Outcome.result("0x21e19e0c9bab2400000")),
				Call.of("unknown transaction", "eth_getTransactionByHash", Object.class,
						(node) -> node.transaction(unknown), unknown)
					.on(NODE, Outcome.result(null)),
				Call.of("too few params", "eth_getBalance", String.class, (node) -> node.balance(ACCOUNT), ACCOUNT)
					.on(NODE, Outcome.error(-32602,
							"invalid length 1, expected tuple variant EthRequest::EthGetBalance with 2 elements",
							null)),
				Call.of("reverted call", "eth_call", String.class, (node) -> node.ethCall(reverting, "latest"),
						reverting, "latest")
					.on(NODE, Outcome.error(3, "execution reverted: custom error 0x00000000: " + "0".repeat(54) + "aa",
							"\"0x" + "0".repeat(62) + "aa\"")));
	}

}
