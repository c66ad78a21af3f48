package io.github.jsonrpcspring.load.server;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Adder}.
 */
class AdderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
			{"jsonrpc":"2.0","method":"add","params":[2,3],"id":1} | {"jsonrpc":"2.0","result":5,"id":1}
			{"id":"a","params":[2,-3],"x":{"id":2},"method":"add"} | {"jsonrpc":"2.0","result":-1,"id":"a"}
			{"id":"1","params":[2,3],"method":"add"} | {"jsonrpc":"2.0","result":5,"id":"1"}
			[{"id":1,"params":[2,3],"method":"add"},{"id":2,"params":[3,3],"method":"add"}] \
			| [{"jsonrpc":"2.0","result":5,"id":1},{"jsonrpc":"2.0","result":6,"id":2}]
			""")
	void additionsAreAnswered(String request, String answer) {
		assertThat(answer(request)).isEqualTo(answer);
	}

	@Test
	void whatIsNoAdditionIsRefused() {
		assertThat(answer("{\"id\":1,\"params\":[2,3],\"method\":\"sub\"}")).contains("\"code\":-32601");
		assertThat(answer("{\"id\":1,\"params\":[2],\"method\":\"add\"}")).contains("\"code\":-32601");
	}

	private static String answer(String request) {
		return new String(new Adder().answer(request.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

}
