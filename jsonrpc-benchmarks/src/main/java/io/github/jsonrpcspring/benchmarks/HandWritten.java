package io.github.jsonrpcspring.benchmarks;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * The codec that one writes by hand for one method: envelopes as records, and Jackson's
 * readers and writers made once.
 *
 * @param <T> the result's type
 */
final class HandWritten<T> {

	private final ObjectReader reader;

	private final ObjectReader batchReader;

	private final ObjectWriter writer;

	private final ObjectWriter batchWriter;

	HandWritten(Payload payload) {
		JsonMapper mapper = JsonMapper.shared();
		TypeFactory types = mapper.getTypeFactory();
		JavaType answer = types.constructParametricType(Answer.class, types.constructType(payload.type()));
		this.reader = mapper.readerFor(answer);
		this.batchReader = mapper.readerForListOf(Answer.class)
			.forType(types.constructCollectionType(List.class, answer));
		this.writer = mapper.writerFor(Request.class);
		this.batchWriter = mapper.writerFor(types.constructCollectionType(List.class, Request.class));
	}

	byte[] write(Request request) {
		return this.writer.writeValueAsBytes(request);
	}

	byte[] write(List<Request> requests) {
		return this.batchWriter.writeValueAsBytes(requests);
	}

	T read(byte[] json, long id) {
		return result(this.reader.readValue(json), id);
	}

	List<T> readBatch(byte[] json) {
		List<Answer<T>> answers = this.batchReader.readValue(json);
		return answers.stream().map((answer) -> result(answer, (answer.id() != null) ? answer.id() : -1)).toList();
	}

	private T result(Answer<T> answer, long id) {
		if (!"2.0".equals(answer.jsonrpc()) || answer.error() != null) {
			throw new IllegalStateException("error " + answer.error());
		}
		if (answer.id() == null || answer.id() != id || answer.result() == null) {
			throw new IllegalStateException("not the answer to " + id);
		}
		return answer.result();
	}

	record Request(String jsonrpc, String method, List<Object> params, long id) {
	}

	record Answer<T>(String jsonrpc, @Nullable T result, @Nullable Failure error, @Nullable Long id) {
	}

	record Failure(int code, String message, @Nullable Object data) {
	}

}
