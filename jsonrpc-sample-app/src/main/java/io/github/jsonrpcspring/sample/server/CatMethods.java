package io.github.jsonrpcspring.sample.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Methods with a dotted name and named parameters.
 */
final class CatMethods {

	private static final List<JsonNode> CATS = List.of(cat("Mittens", 2019), cat("Foo", 2021), cat("Mog", 2023));

	private CatMethods() {
	}

	static Map<String, RpcMethod> all() {
		return Map.of("Cats.adopt", CatMethods::adopt, "Cats.search", CatMethods::search, "Cats.find", CatMethods::find,
				"Cats.youngest", (request) -> CATS.get(CATS.size() - 1), "Cats.list", (request) -> CATS, "Cats.count",
				(request) -> CATS.size(), "Cats.nap", CatMethods::nap);
	}

	private static JsonNode cat(String name, int birthYear) {
		return JsonNodeFactory.instance.objectNode().put("name", name).put("birth_year", birthYear);
	}

	private static JsonNode adopt(JsonRpcRequest request) throws RpcFailure {
		Arguments arguments = Arguments.of(request, "name", "birth_year");
		return cat(arguments.text(0), arguments.number(1).intValue());
	}

	private static List<JsonNode> search(JsonRpcRequest request) throws RpcFailure {
		Arguments arguments = Arguments.of(request, "prefix", "limit");
		String prefix = arguments.text(0);
		return CATS.stream()
			.filter((cat) -> cat.path("name").stringValue().startsWith(prefix))
			.limit(arguments.number(1).intValue())
			.toList();
	}

	private static @Nullable JsonNode find(JsonRpcRequest request) throws RpcFailure {
		String name = Arguments.of(request, "name").text(0);
		return CATS.stream().filter((cat) -> cat.path("name").stringValue().equals(name)).findFirst().orElse(null);
	}

	/**
	 * Answers late, or when the server ends.
	 */
	private static String nap(JsonRpcRequest request) throws RpcFailure {
		try {
			TimeUnit.SECONDS.sleep(Arguments.of(request, "seconds").number(0).longValue());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return "awake";
	}

}
