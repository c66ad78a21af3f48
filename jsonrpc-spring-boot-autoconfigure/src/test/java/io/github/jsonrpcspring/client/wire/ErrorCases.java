package io.github.jsonrpcspring.client.wire;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInternalErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidParamsException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcResultConversionException;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;

import static io.github.jsonrpcspring.client.wire.Expected.error;
import static io.github.jsonrpcspring.client.wire.Expected.errorWithoutCode;
import static io.github.jsonrpcspring.client.wire.Expected.invalid;
import static io.github.jsonrpcspring.client.wire.WireCase.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an error looks like.
 */
final class ErrorCases {

	private ErrorCases() {
	}

	static List<WireCase> all() {
		return List.of(
				row(7, "error is a text").answer("{'jsonrpc':'2.0','error':'no way','id':1}")
					.expect(errorWithoutCode("no way", "'no way'"))
					.strict(invalid("error must be an object", "section 5.1")),
				row(7, "error is a number").answer("{'jsonrpc':'2.0','error':42,'id':1}")
					.expect(errorWithoutCode("42", "42"))
					.strict(invalid("error must be an object")),
				row(7, "error is an array").answer("{'jsonrpc':'2.0','error':['no way'],'id':1}")
					.expect(errorWithoutCode("no way", "['no way']"))
					.strict(invalid("error must be an object")),
				row(7, "error is a text in 1.0").version1()
					.answer("{'result':null,'error':'no way','id':1}")
					.expect(errorWithoutCode("no way", "'no way'"))
					.strict(invalid("error must be an object")),
				row(7, "error is any object in 1.0").version1()
					.answer("{'result':null,'error':{'name':'JSONRPCError','message':'no way'},'id':1}")
					.expect(errorWithoutCode("no way", "{'name':'JSONRPCError','message':'no way'}")),
				row(8, "error without message").answer("{'jsonrpc':'2.0','error':{'code':-32001},'id':1}")
					.expect(error(JsonRpcServerErrorException.class, -32001, "")
						.andError((ex) -> assertThat(ex.error().raw()).hasToString(Json.of("{'code':-32001}"))))
					.strict(invalid("error.message must be a string")),
				row(8, "error with description and details")
					.answer("{'jsonrpc':'2.0','error':{'code':7,'description':'d','details':[1]},'id':1}")
					.expect(error(7, "").andError((ex) -> assertThat(ex.error().raw())
						.hasToString(Json.of("{'code':7,'description':'d','details':[1]}"))))
					.strict(invalid("error.message must be a string")),
				row(10, "code as text").answer("{'jsonrpc':'2.0','error':{'code':'401','message':'who'},'id':1}")
					.expect(error(401, "who"))
					.strict(invalid("error.code must be an integer")),
				row(10, "code as a word").answer("{'jsonrpc':'2.0','error':{'code':'E17','message':'who'},'id':1}")
					.expect(errorWithoutCode("who", "{'code':'E17','message':'who'}"))
					.strict(invalid("error.code must be an integer")),
				row(11, "code beyond int")
					.answer("{'jsonrpc':'2.0','error':{'code':3735928559,'message':'dead'},'id':1}")
					.expect(error(3735928559L, "dead")),
				row(11, "code beyond long")
					.answer("{'jsonrpc':'2.0','error':{'code':99999999999999999999,'message':'far'},'id':1}")
					.expect(errorWithoutCode("far", "{'code':99999999999999999999,'message':'far'}")),
				row(11, "fractional code").answer("{'jsonrpc':'2.0','error':{'code':1.5,'message':'odd'},'id':1}")
					.expect(errorWithoutCode("odd", "{'code':1.5,'message':'odd'}"))
					.strict(invalid("error.code must be an integer")),
				row(12, "no data").answer(withData(""))
					.expect(error(JsonRpcInternalErrorException.class, -32603, "no").andError((ex) -> {
						assertThat(ex.data()).isNull();
						assertThat(ex.dataAs(String.class)).isNull();
					})),
				row(12, "null data").answer(withData(",'data':null"))
					.expect(error(JsonRpcInternalErrorException.class, -32603, "no").andError((ex) -> {
						assertThat(ex.data().isNull()).isTrue();
						assertThat(ex.dataAs(String.class)).isNull();
					})),
				row(12, "scalar data").answer(withData(",'data':'why'"))
					.expect(error(JsonRpcInternalErrorException.class, -32603, "no")
						.andError((ex) -> assertThat(ex.dataAs(String.class)).isEqualTo("why"))),
				row(12, "array data").answer(withData(",'data':[1,2]"))
					.expect(error(JsonRpcInternalErrorException.class, -32603, "no")
						.andError((ex) -> assertThat(ex.dataAs(int[].class)).containsExactly(1, 2))),
				row(12, "object data").answer(withData(",'data':{'field':'a','limit':3}"))
					.expect(error(JsonRpcInternalErrorException.class, -32603, "no")
						.andError((ex) -> assertThat(ex.dataAs(Reason.class)).isEqualTo(new Reason("a", 3)))),
				row(12, "data of another type").answer(withData(",'data':{'field':'a','limit':'b'}"))
					.expect(error(JsonRpcInternalErrorException.class, -32603, "no").andError(ErrorCases::keepsError)),
				row(60, "data that names a Java class")
					.answer("{'jsonrpc':'2.0','error':{'code':-32602,'message':'no','data':"
							+ "{'exceptionTypeName':'java.lang.OutOfMemoryError','@class':'java.util.Date'}},'id':1}")
					.expect(error(JsonRpcInvalidParamsException.class, -32602, "no")
						.andError((ex) -> assertThat(ex.dataAs(Object.class)).isEqualTo(
								Map.of("exceptionTypeName", "java.lang.OutOfMemoryError", "@class", "java.util.Date")))
						.andError((ex) -> assertThat(ex).hasNoCause())),
				row(67, "array of a name and texts in 1.0").version1()
					.answer("{'result':null,'error':['UserError',['text',7]],'id':1}")
					.expect(errorWithoutCode("UserError", "['UserError',['text',7]]")
						.andError((ex) -> assertThat(ex.data()).hasToString(Json.of("['UserError',['text',7]]"))))
					.strict(invalid("error must be an object")),
				row(25, "method not found").answer("{'jsonrpc':'2.0','error':{'code':-32601,'message':'no'},'id':1}")
					.expect(error(JsonRpcMethodNotFoundException.class, -32601, "no")));
	}

	private static String withData(String data) {
		return "{'jsonrpc':'2.0','error':{'code':-32603,'message':'no'" + data + "},'id':1}";
	}

	private static void keepsError(JsonRpcErrorException error) {
		assertThatExceptionOfType(JsonRpcResultConversionException.class).isThrownBy(() -> error.dataAs(Reason.class))
			.withMessageContainingAll("method 'get'", Reason.class.getName(), "/limit")
			.satisfies((ex) -> assertThat(ex.getSuppressed()).containsExactly(error));
	}

	record Reason(String field, int limit) {
	}

}
