package io.github.jsonrpcspring.client.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.LongNode;

import static io.github.jsonrpcspring.client.wire.Expected.failure;
import static io.github.jsonrpcspring.client.wire.Expected.value;
import static io.github.jsonrpcspring.client.wire.WireCase.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which type a result has.
 */
final class ResultCases {

	private ResultCases() {
	}

	static List<WireCase> all() {
		return List.of(result(4, "null result for a primitive", int.class, "null").expect(misfit("int", "")),
				result(32, "members of the result twice", Map.class, "{'a':1,'a':2}").expect(value(Map.of("a", 2))),
				result(35, "2^53 + 1 as long", long.class, "9007199254740993").expect(value(9007199254740993L)),
				result(35, "2^53 + 1 as BigInteger", BigInteger.class, "9007199254740993")
					.expect(value(new BigInteger("9007199254740993"))),
				result(35, "2^53 + 1 as a tree", JsonNode.class, "9007199254740993")
					.expect(value(LongNode.valueOf(9007199254740993L))),
				result(35, "0.1 as BigDecimal", BigDecimal.class, "0.1").expect(value(new BigDecimal("0.1"))),
				result(35, "1.10 as BigDecimal", BigDecimal.class, "1.10").expect(value(new BigDecimal("1.10"))),
				result(35, "1.10 as a tree", JsonNode.class, "1.10")
					.expect(value(DecimalNode.valueOf(new BigDecimal("1.10")))),
				result(35, "decimals with more digits than a double", Amounts.class,
						"{'total':20999999.97690000,'fee':0.1234567890123456789}")
					.expect(value(
							new Amounts(new BigDecimal("20999999.97690000"), new BigDecimal("0.1234567890123456789")))),
				result(35, "2^53 + 1 as int", int.class, "9007199254740993").expect(misfit("int", "")),
				result(59, "text for a number", int.class, "'five'").expect(misfit("int", "")),
				result(59, "text for a number of an object", Person.class, "{'name':'Foo','age':'old'}")
					.expect(misfit(Person.class.getName(), "/age")),
				result(59, "text for a number deep inside", Group.class,
						"{'members':[{'name':'Foo','age':1},{'name':'Bar','age':'old'}]}")
					.expect(misfit(Group.class.getName(), "/members/1/age")),
				result(59, "fraction for an integer", int.class, "1.5").expect(misfit("int", "")),
				result(60, "result that names a Java class", Object.class, "{'@class':'java.util.Date'}")
					.expect(value(Map.of("@class", "java.util.Date"))));
	}

	private static WireCase result(int row, String title, Class<?> type, String result) {
		return row(row, title).type(type).answer("{'jsonrpc':'2.0','result':" + result + ",'id':1}");
	}

	private static Expected misfit(String type, String path) {
		return failure(JsonRpcResultConversionException.class, "does not fit " + type, path).and((ex) -> {
			JsonRpcResultConversionException misfit = (JsonRpcResultConversionException) ex;
			assertThat(misfit.targetType()).isEqualTo(type);
			assertThat(misfit.path()).isEqualTo(path);
		});
	}

	record Person(String name, int age) {
	}

	record Group(List<Person> members) {
	}

	record Amounts(BigDecimal total, BigDecimal fee) {
	}

}
