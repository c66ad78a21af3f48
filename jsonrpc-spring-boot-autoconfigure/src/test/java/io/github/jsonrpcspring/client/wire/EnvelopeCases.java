package io.github.jsonrpcspring.client.wire;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidRequestException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.JsonRpcServerParseErrorException;

import static io.github.jsonrpcspring.client.wire.Expected.error;
import static io.github.jsonrpcspring.client.wire.Expected.errorWithoutCode;
import static io.github.jsonrpcspring.client.wire.Expected.invalid;
import static io.github.jsonrpcspring.client.wire.Expected.value;
import static io.github.jsonrpcspring.client.wire.WireCase.row;

/**
 * Which members a response has.
 */
final class EnvelopeCases {

	private static final Expected BOOM = error(JsonRpcServerErrorException.class, -32000, "boom");

	private EnvelopeCases() {
	}

	static List<WireCase> all() {
		return List.of(
				row(1, "result and a null error").answer("{'jsonrpc':'2.0','result':5,'error':null,'id':1}")
					.expect(value(5))
					.strict(invalid("error", "JSON-RPC 2.0, section 5")),
				row(1, "result and a null error without jsonrpc").answer("{'result':5,'error':null,'id':1}")
					.expect(value(5))
					.strict(invalid("jsonrpc is missing")),
				row(1, "result and a null error in 1.0").version1()
					.answer("{'result':5,'error':null,'id':1}")
					.expect(value(5)),
				row(1, "result alone in 1.0").version1()
					.answer("{'result':5,'id':1}")
					.expect(value(5))
					.strict(invalid("both result and error must be present", "JSON-RPC 1.0, section 1.2")),
				row(2, "null result and an error")
					.answer("{'jsonrpc':'2.0','result':null,'error':{'code':-32000,'message':'boom'},'id':1}")
					.expect(BOOM)
					.strict(invalid("result and error together")),
				row(2, "result and an error")
					.answer("{'jsonrpc':'2.0','result':5,'error':{'code':-32000,'message':'boom'},'id':1}")
					.expect(BOOM)
					.strict(invalid("result and error together")),
				row(2, "null result and an error in 1.0").version1()
					.answer("{'result':null,'error':{'code':-32000,'message':'boom'},'id':1}")
					.expect(BOOM),
				row(2, "result and an error in 1.0").version1()
					.answer("{'result':5,'error':{'code':-32000,'message':'boom'},'id':1}")
					.expect(BOOM)
					.strict(invalid("result must be null beside an error")),
				row(3, "empty array as result and an error")
					.answer("{'jsonrpc':'2.0','result':[],'error':{'code':-32000,'message':'boom'},'id':1}")
					.expect(BOOM)
					.strict(invalid("result and error together")),
				row(4, "null result").answer("{'jsonrpc':'2.0','result':null,'id':1}").expect(value(null)),
				row(5, "null result and null error").answer("{'result':null,'error':null,'id':1}")
					.expect(value(null))
					.strict(invalid("jsonrpc is missing")),
				row(5, "null result and null error with jsonrpc")
					.answer("{'jsonrpc':'2.0','result':null,'error':null,'id':1}")
					.expect(value(null))
					.strict(invalid("result and error together")),
				row(5, "null result and null error in 1.0").version1()
					.answer("{'result':null,'error':null,'id':1}")
					.expect(value(null)),
				row(6, "neither result nor error").answer("{'jsonrpc':'2.0','id':1}")
					.expect(invalid("neither result nor error", "{'jsonrpc':'2.0','id':1}")),
				row(6, "null error alone").answer("{'jsonrpc':'2.0','error':null,'id':1}")
					.expect(invalid("neither result nor error", "{'jsonrpc':'2.0','error':null,'id':1}")),
				row(6, "neither result nor error in 1.0").version1()
					.answer("{'id':1}")
					.expect(invalid("neither result nor error", "{'id':1}")),
				row(9, "empty error beside a result").answer("{'jsonrpc':'2.0','result':5,'error':{},'id':1}")
					.expect(value(5))
					.strict(invalid("error")),
				row(9, "empty error without a result").answer("{'jsonrpc':'2.0','error':{},'id':1}")
					.expect(errorWithoutCode("", "{}"))
					.strict(invalid("error.code must be an integer")),
				row(13, "parse error with id null")
					.answer("{'jsonrpc':'2.0','error':{'code':-32700,'message':'bad'},'id':null}")
					.expect(error(JsonRpcServerParseErrorException.class, -32700, "bad")),
				row(13, "invalid request with id null")
					.answer("{'jsonrpc':'2.0','error':{'code':-32600,'message':'bad'},'id':null}")
					.expect(error(JsonRpcInvalidRequestException.class, -32600, "bad")),
				row(13, "any other error with id null")
					.answer("{'jsonrpc':'2.0','error':{'code':-32000,'message':'boom'},'id':null}")
					.expect(BOOM)
					.strict(invalid("id must be null only")),
				row(14, "error without id").answer("{'jsonrpc':'2.0','error':{'code':-32000,'message':'boom'}}")
					.expect(BOOM)
					.strict(invalid("id is missing")),
				row(14, "error without id and jsonrpc").answer("{'error':{'code':12,'message':'boom'}}")
					.expect(error(JsonRpcErrorException.class, 12, "boom"))
					.strict(invalid("jsonrpc is missing")),
				row(20, "no jsonrpc").answer("{'result':5,'id':1}")
					.expect(value(5))
					.strict(invalid("jsonrpc is missing")),
				row(20, "jsonrpc 1.0").answer("{'jsonrpc':'1.0','result':5,'id':1}")
					.expect(value(5))
					.strict(invalid("jsonrpc must be '2.0'")),
				row(20, "jsonrpc as a number").answer("{'jsonrpc':2.0,'result':5,'id':1}")
					.expect(value(5))
					.strict(invalid("jsonrpc must be '2.0'")),
				row(20, "another jsonrpc").answer("{'jsonrpc':'3.0','result':5,'id':1}")
					.expect(invalid("jsonrpc"))
					.off(value(5)),
				row(20, "jsonrpc 2.0 in answer to 1.0").version1()
					.answer("{'jsonrpc':'2.0','result':5,'error':null,'id':1}")
					.expect(value(5))
					.strict(invalid("jsonrpc must be absent or '1.0'")),
				row(20, "jsonrpc 1.0 in answer to 1.0").version1()
					.answer("{'jsonrpc':'1.0','result':5,'error':null,'id':1}")
					.expect(value(5)),
				row(32, "result twice").answer("{'jsonrpc':'2.0','result':1,'result':2,'id':1}")
					.expect(invalid("result appears twice")),
				row(32, "error twice").answer("{'jsonrpc':'2.0','error':{},'error':{},'id':1}")
					.expect(invalid("error appears twice")),
				row(32, "jsonrpc twice").answer("{'jsonrpc':'2.0','jsonrpc':'2.0','result':2,'id':1}")
					.expect(invalid("jsonrpc appears twice")),
				row(32, "id twice").answer("{'jsonrpc':'2.0','result':2,'id':1,'id':1}")
					.expect(invalid("id appears twice")),
				row(33, "further members")
					.answer("{'jsonrpc':'2.0','took':3,'result':5,'id':1,'meta':{'node':'a'},'warnings':[]}")
					.expect(value(5)),
				row(62, "notification instead of an answer").answer("{'jsonrpc':'2.0','method':'tick','params':[1]}")
					.expect(invalid("notification instead of a response")),
				row(62, "request instead of an answer").answer("{'jsonrpc':'2.0','method':'tick','id':1}")
					.expect(invalid("request or notification instead of a response")));
	}

}
