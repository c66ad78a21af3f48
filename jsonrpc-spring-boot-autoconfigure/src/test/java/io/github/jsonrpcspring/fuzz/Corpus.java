package io.github.jsonrpcspring.fuzz;

/**
 * Messages to begin with: what servers in the field send, and what was found. {@code $ID}
 * is the id of the call.
 */
final class Corpus {

	static final String[] MESSAGES = { "{\"jsonrpc\":\"2.0\",\"result\":19,\"id\":$ID}",
			"{\"result\":19,\"error\":null,\"id\":$ID}", "{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":$ID}",
			"{\"result\":null,\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":$ID}",
			"{\"result\":[],\"error\":{\"code\":1,\"message\":\"m\"},\"id\":$ID}",
			"{\"result\":null,\"error\":null,\"id\":$ID}", "{\"jsonrpc\":\"2.0\",\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"error\":\"text\",\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"error\":{\"description\":\"d\"},\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"error\":{},\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":\"401\",\"message\":\"m\"},\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":3735928559,\"message\":\"m\",\"data\":null},\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}",
			"{\"result\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}",
			"{\"result\":null,\"error\":{\"code\":-1,\"message\":\"other\"},\"id\":null}",
			"{\"error\":{\"code\":-32000}}", "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"other\"}",
			"{\"jsonrpc\":2.0,\"result\":1,\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":$ID}{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"result\":2,\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"result\":9007199254740993.10,\"id\":$ID,\"took\":3}",
			"[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":$ID}]",
			"[null,1,\"x\",[],{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":$ID}]",
			"[{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"m\"},\"id\":null}]", "[]", "{}", "null",
			"19", "\"text\"", "", " ", "<html></html>",
			"{\"jsonrpc\":\"2.0\",\"error\":[\"UserError\",[\"text\"]],\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"result\":NaN,\"id\":$ID}",
			"{\"jsonrpc\":\"2.0\",\"method\":\"update\",\"params\":[1]}",
			"{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":{\"a\":42,\"b\":23},\"id\":$ID}",
			"{\"method\":\"echo\",\"params\":[\"Hello\"],\"id\":1}", "{\"method\":\"gone\",\"params\":[],\"id\":null}",
			"[{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1,2,4],\"id\":\"1\"},{\"foo\":\"boo\"},1]",
			"{\"jsonrpc\":\"2.0\",\"result\":{\"to\":\"é€😀\",\"amount\":1.10,\"count\":5},\"id\":$ID}" };

	private Corpus() {
	}

}
