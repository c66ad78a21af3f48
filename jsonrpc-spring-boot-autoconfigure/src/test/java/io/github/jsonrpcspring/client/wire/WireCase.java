package io.github.jsonrpcspring.client.wire;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * One answer of a server to one call, and what each level of validation makes of it.
 *
 * @param row the number of the case in the catalogue of cases
 * @param title what is particular about the answer
 * @param request the id and the version of the request
 * @param answer the HTTP answer
 * @param type the type of result that is asked for
 * @param inBatch whether a batch can hold such an answer
 * @param single what to expect of a single call
 * @param batch what to expect of an entry of a batch
 */
record WireCase(int row, String title, Request request, Answer answer, Class<?> type, boolean inBatch,
		Map<JsonRpcValidation, Expected> single, Map<JsonRpcValidation, Expected> batch) {

	record Request(JsonRpcId id, JsonRpcVersion version) {
	}

	record Answer(String status, List<String> headers, String body) {
	}

	static WireCase row(int row, String title) {
		return new WireCase(row, title, new Request(JsonRpcId.of(1), JsonRpcVersion.V2_0),
				new Answer("200 OK", List.of("Content-Type: application/json"), ""), Integer.class, true, Map.of(),
				Map.of());
	}

	WireCase id(Object id) {
		JsonRpcId value = (id instanceof String text) ? JsonRpcId.of(text) : JsonRpcId.of(((Number) id).longValue());
		return new WireCase(this.row, this.title, new Request(value, this.request.version), this.answer, this.type,
				this.inBatch, this.single, this.batch);
	}

	WireCase version1() {
		return new WireCase(this.row, this.title, new Request(this.request.id, JsonRpcVersion.V1_0), this.answer,
				this.type, false, this.single, this.batch);
	}

	/**
	 * Set the body, with single quotes for JSON's double ones.
	 */
	WireCase answer(String body) {
		return withAnswer(new Answer(this.answer.status, this.answer.headers, Json.of(body)));
	}

	WireCase headers(String... headers) {
		return withAnswer(new Answer(this.answer.status, List.of(headers), this.answer.body));
	}

	WireCase status(String status, String... headers) {
		return withAnswer(new Answer(status, List.of(headers), this.answer.body)).singleOnly();
	}

	private WireCase withAnswer(Answer answer) {
		return new WireCase(this.row, this.title, this.request, answer, this.type, this.inBatch, this.single,
				this.batch);
	}

	WireCase type(Class<?> type) {
		return new WireCase(this.row, this.title, this.request, this.answer, type, this.inBatch, this.single,
				this.batch);
	}

	WireCase singleOnly() {
		return new WireCase(this.row, this.title, this.request, this.answer, this.type, false, this.single, this.batch);
	}

	/** Expect the same at every level. */
	WireCase expect(Expected expected) {
		return strict(expected).lenient(expected).off(expected);
	}

	WireCase strict(Expected expected) {
		return both((levels) -> with(levels, JsonRpcValidation.STRICT, expected));
	}

	WireCase lenient(Expected expected) {
		return both((levels) -> with(levels, JsonRpcValidation.LENIENT, expected));
	}

	WireCase off(Expected expected) {
		return both((levels) -> with(levels, JsonRpcValidation.OFF, expected));
	}

	WireCase inBatch(JsonRpcValidation level, Expected expected) {
		return new WireCase(this.row, this.title, this.request, this.answer, this.type, this.inBatch, this.single,
				with(this.batch, level, expected));
	}

	private WireCase both(UnaryOperator<Map<JsonRpcValidation, Expected>> change) {
		return new WireCase(this.row, this.title, this.request, this.answer, this.type, this.inBatch,
				change.apply(this.single), change.apply(this.batch));
	}

	private static Map<JsonRpcValidation, Expected> with(Map<JsonRpcValidation, Expected> levels,
			JsonRpcValidation level, Expected expected) {
		Map<JsonRpcValidation, Expected> changed = new EnumMap<>(JsonRpcValidation.class);
		changed.putAll(levels);
		changed.put(level, expected);
		return Collections.unmodifiableMap(changed);
	}

	Map<JsonRpcValidation, Expected> expected(CallStyle style) {
		return style.isBatch() ? this.batch : this.single;
	}

}
