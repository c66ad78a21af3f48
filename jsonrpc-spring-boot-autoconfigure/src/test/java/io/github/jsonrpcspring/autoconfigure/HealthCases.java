package io.github.jsonrpcspring.autoconfigure;

import java.util.stream.Stream;

/**
 * Wrong values of the keys of health checks.
 */
final class HealthCases {

	private static final String SECRET = BadInput.SECRET;

	private static final String CLIENT = BadInput.CLIENT;

	private static final String URL = BadInput.URL;

	private static final String HEALTH = CLIENT + "health.";

	private static final String METHOD = HEALTH + "method=ping";

	private HealthCases() {
	}

	static Stream<BadInput> all() {
		return Stream.of(
				BadInput.of("health params without a method")
					.with(URL, HEALTH + "params[0]=" + SECRET)
					.expect(HEALTH + "params", "no method", "'" + HEALTH + "method'"),
				BadInput.of("expected health without a method")
					.with(URL, HEALTH + "expected=" + SECRET)
					.expect(HEALTH + "expected", "no method", "'" + HEALTH + "method'"),
				BadInput.of("health timeout without a method")
					.with(URL, HEALTH + "timeout=1s")
					.expect(HEALTH + "timeout", "no method"),
				BadInput.of("health cache without a method")
					.with(URL, HEALTH + "cache=1s")
					.expect(HEALTH + "cache", "no method"),
				BadInput.of("default health params without a default method")
					.with(URL, METHOD, "jsonrpc.defaults.health.params[0]=" + SECRET)
					.expect("jsonrpc.defaults.health.params", "no method", "'jsonrpc.defaults.health.method'"),
				BadInput.of("health method with an undefined placeholder")
					.with(URL, HEALTH + "method=${METHOD}")
					.expect(HEALTH + "method", "placeholder"),
				BadInput.of("negative health timeout")
					.with(URL, METHOD, HEALTH + "timeout=-1s")
					.expect(HEALTH + "timeout", "between 1 millisecond", "'2s'"),
				BadInput.of("health timeout of nothing")
					.with(URL, METHOD, HEALTH + "timeout=0")
					.expect(HEALTH + "timeout", "between 1 millisecond", "'2s'"),
				BadInput.of("health timeout that is no duration")
					.with(URL, METHOD, HEALTH + "timeout=soon")
					.expect(HEALTH + "timeout", "a duration", "soon"),
				BadInput.of("negative health cache")
					.with(URL, METHOD, HEALTH + "cache=-1s")
					.expect(HEALTH + "cache", "between 0", "'10s'"),
				BadInput.of("negative default health cache")
					.with(URL, METHOD, "jsonrpc.defaults.health.cache=-1s")
					.expect("jsonrpc.defaults.health.cache", "between 0"),
				BadInput.of("negative default health timeout that no client uses")
					.with(URL, "jsonrpc.defaults.health.timeout=-1s")
					.expect("jsonrpc.defaults.health.timeout", "between 1 millisecond"),
				BadInput.of("health params that are one text")
					.with(URL, METHOD, HEALTH + "params=" + SECRET)
					.expect(HEALTH + "params", "no value of its own", "'" + HEALTH + "params[0]'", "'[1, null]'"),
				BadInput.of("health params that are no JSON")
					.with(URL, METHOD, HEALTH + "params=[" + SECRET)
					.expect(HEALTH + "params", "not JSON", "such as '[1, null]'"),
				BadInput.of("health params that are JSON and more")
					.with(URL, METHOD, HEALTH + "params={} " + SECRET)
					.expect(HEALTH + "params", "not JSON"),
				BadInput.of("default health params that are no JSON")
					.with(URL, "jsonrpc.defaults.health.method=ping",
							"jsonrpc.defaults.health.params={\"a\":" + SECRET + "}")
					.expect("jsonrpc.defaults.health.params", "not JSON"),
				BadInput.of("health params as JSON with an undefined placeholder")
					.with(URL, METHOD, HEALTH + "params=[\"${TOKEN}\"]")
					.expect(HEALTH + "params", "placeholder"),
				BadInput.of("health params by name in 1.0 as JSON")
					.with(URL, METHOD, CLIENT + "version=1.0", HEALTH + "params={\"name\":\"" + SECRET + "\"}")
					.expect(HEALTH + "params", "1.0", "list"),
				BadInput.of("health params as JSON and one by one")
					.with(URL, METHOD, HEALTH + "params=[\"" + SECRET + "\"]", HEALTH + "params[0]=" + SECRET)
					.expect(HEALTH + "params", "elements of its own", "one of the two"),
				BadInput.of("health params as JSON in the environment and one by one")
					.environment("JSONRPC_CLIENTS_NODE_HEALTH_PARAMS=[1]")
					.with(URL, METHOD, HEALTH + "params[0]=" + SECRET)
					.expect(HEALTH + "params", "elements of its own"),
				BadInput.of("health params with a gap")
					.with(URL, METHOD, HEALTH + "params[0]=a", HEALTH + "params[2]=" + SECRET)
					.expect(HEALTH + "params", "gaps", "list"),
				BadInput.of("health params by name and position")
					.with(URL, METHOD, HEALTH + "params[0]=a", HEALTH + "params.name=" + SECRET)
					.expect(HEALTH + "params", "names beside positions"),
				BadInput.of("health params by name in 1.0")
					.with(URL, METHOD, CLIENT + "version=1.0", HEALTH + "params.name=" + SECRET)
					.expect(HEALTH + "params", "1.0", "list"),
				BadInput.of("health param with an undefined placeholder")
					.with(URL, METHOD, HEALTH + "params[0]=${TOKEN}")
					.expect(HEALTH + "params[0]", "placeholder"),
				BadInput.of("health param whose name would change")
					.with(URL, METHOD, HEALTH + "params[0].from_block=" + SECRET)
					.expect(HEALTH + "params[0].from_block", "\"[from_block]\""),
				BadInput.of("unknown key of health")
					.with(URL, METHOD, HEALTH + "expect=" + SECRET)
					.expect(HEALTH + "expect", "'" + HEALTH + "expected'"),
				BadInput.of("health that has a value")
					.with(URL, CLIENT + "health=ping")
					.expect(CLIENT + "health", "no value of its own", "'" + HEALTH + "method'"));
	}

}
