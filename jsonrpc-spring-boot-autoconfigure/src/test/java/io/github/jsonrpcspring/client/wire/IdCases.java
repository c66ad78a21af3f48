package io.github.jsonrpcspring.client.wire;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;

import static io.github.jsonrpcspring.client.wire.Expected.error;
import static io.github.jsonrpcspring.client.wire.Expected.invalid;
import static io.github.jsonrpcspring.client.wire.Expected.mismatch;
import static io.github.jsonrpcspring.client.wire.Expected.value;
import static io.github.jsonrpcspring.client.wire.WireCase.row;

/**
 * Which id an answer has.
 */
final class IdCases {

	private IdCases() {
	}

	static List<WireCase> all() {
		return List.of(foreign(15, "another id", 1, "99"), foreign(15, "another text", "a", "'b'"),
				row(15, "an error for another id")
					.answer("{'jsonrpc':'2.0','error':{'code':-32000,'message':'boom'},'id':99}")
					.singleOnly()
					.expect(mismatch("1", "99"))
					.off(error(JsonRpcServerErrorException.class, -32000, "boom")),
				row(15, "a result with id null").answer("{'jsonrpc':'2.0','result':5,'id':null}")
					.singleOnly()
					.strict(invalid("id must be null only"))
					.lenient(mismatch("1", "null"))
					.off(value(5)),
				row(15, "a result without id").answer("{'jsonrpc':'2.0','result':5}")
					.singleOnly()
					.strict(invalid("id is missing"))
					.lenient(mismatch("1", ""))
					.off(value(5)),
				row(15, "the id as an object").answer("{'jsonrpc':'2.0','result':5,'id':{'n':1}}")
					.singleOnly()
					.strict(invalid("id must be a string, a number or null"))
					.lenient(mismatch("1", "{'n':1}"))
					.off(value(5)),
				tolerated(16, "a number echoed as text", 7, "'7'"), tolerated(16, "a text echoed as number", "7", "7"),
				tolerated(16, "an integer echoed with a fraction of zero", 7, "7.0"),
				echoed(17, "leading zeros", "007", "'007'"), foreign(17, "leading zeros lost", "007", "7"),
				foreign(17, "leading zeros lost in text", "007", "'7'"), echoed(17, "hex", "1f", "'1f'"),
				foreign(17, "hex in another case", "1f", "'1F'"), foreign(17, "hex taken for an exponent", "1e1", "10"),
				foreign(17, "uuid in another case", "6f1d8a1e-3b0f-4c57-9d0a-1f2e3d4c5b6a",
						"'6F1D8A1E-3B0F-4C57-9D0A-1F2E3D4C5B6A'"),
				echoed(18, "beyond 53 bits", 9007199254740993L, "9007199254740993"),
				foreign(18, "beyond 53 bits, rounded by the server", 9007199254740993L, "9007199254740992"),
				foreign(18, "beyond long", 1, "99999999999999999999"), placeholder("0"), placeholder("''"),
				placeholder("'null'"));
	}

	private static WireCase echoed(int row, String title, Object id, String echo) {
		return row(row, title).id(id).answer("{'jsonrpc':'2.0','result':5,'id':" + echo + "}").expect(value(5));
	}

	private static WireCase tolerated(int row, String title, Object id, String echo) {
		return row(row, title).id(id)
			.answer("{'jsonrpc':'2.0','result':5,'id':" + echo + "}")
			.expect(value(5))
			.strict(mismatch(shown(id), echo))
			.inBatch(JsonRpcValidation.STRICT, invalid(echo, "was not sent"));
	}

	/**
	 * The answer of another call: in a batch nobody's.
	 */
	private static WireCase foreign(int row, String title, Object id, String echo) {
		return row(row, title).id(id)
			.answer("{'jsonrpc':'2.0','result':5,'id':" + echo + "}")
			.expect(mismatch(shown(id), echo))
			.off(value(5))
			.inBatch(JsonRpcValidation.STRICT, invalid(echo, "was not sent"))
			.inBatch(JsonRpcValidation.LENIENT, invalid("no response"))
			.inBatch(JsonRpcValidation.OFF, invalid("no response"));
	}

	private static WireCase placeholder(String echo) {
		return row(65, "an error for id " + echo)
			.answer("{'jsonrpc':'2.0','error':{'code':-32600,'message':'bad'},'id':" + echo + "}")
			.singleOnly()
			.expect(error(JsonRpcInvalidRequestException.class, -32600, "bad"))
			.strict(mismatch("1", echo));
	}

	private static String shown(Object id) {
		return (id instanceof String) ? "'" + id + "'" : id.toString();
	}

}
