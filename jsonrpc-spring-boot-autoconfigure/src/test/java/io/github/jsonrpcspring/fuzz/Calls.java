package io.github.jsonrpcspring.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.service.JsonRpcClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call for each type of result.
 */
@JsonRpcClient("fuzz")
interface Calls {

	@Nullable JsonNode node();

	@Nullable String text();

	@Nullable BigDecimal decimal();

	@Nullable BigInteger integer();

	long whole();

	@Nullable Map<String, Object> map();

	@Nullable List<Object> list();

	ResultType.@Nullable Payment payment();

	default @Nullable Object call(ResultType type) {
		return switch (type) {
			case NODE -> node();
			case TEXT -> text();
			case DECIMAL -> decimal();
			case INTEGER -> integer();
			case LONG -> whole();
			case MAP -> map();
			case LIST -> list();
			case RECORD -> payment();
		};
	}

}
