package io.github.jsonrpcspring.load.contestant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON-RPC as one writes it by hand for a single method, with readers and writers made
 * once: counts ids, and believes an answer only with the id of its request and without an
 * error.
 */
final class Envelope {

	/** As many bytes of an answer are read at most, as in this project. */
	static final int LARGEST_ANSWER = 10 * 1024 * 1024;

	private final AtomicLong ids = new AtomicLong();

	private final ObjectWriter requests;

	private final ObjectWriter batches;

	private final ObjectReader answers;

	private final ObjectReader batchAnswers;

	Envelope() {
		JsonMapper mapper = JsonMapper.builder().build();
		this.requests = mapper.writerFor(Request.class);
		this.batches = mapper.writerFor(Request[].class);
		this.answers = mapper.readerFor(Answer.class);
		this.batchAnswers = mapper.readerFor(Answer[].class);
	}

	Request add(int a, int b) {
		return new Request("2.0", "add", List.of(a, b), this.ids.incrementAndGet());
	}

	Request[] add(int[] a, int b) {
		Request[] batch = new Request[a.length];
		for (int i = 0; i < a.length; i++) {
			batch[i] = add(a[i], b);
		}
		return batch;
	}

	byte[] write(Request request) {
		return this.requests.writeValueAsBytes(request);
	}

	byte[] write(Request[] batch) {
		return this.batches.writeValueAsBytes(batch);
	}

	int read(Request request, byte[] body) {
		return result(request, this.answers.readValue(body));
	}

	/**
	 * Read the answers to a batch, which may come in any order.
	 */
	int[] read(Request[] batch, byte[] body) {
		Answer[] read = this.batchAnswers.readValue(body);
		if (read.length != batch.length) {
			throw new IllegalStateException("Not one answer for each request");
		}
		Map<Long, Answer> byId = new HashMap<>(2 * read.length);
		for (Answer answer : read) {
			byId.put(answer.id(), answer);
		}
		int[] results = new int[batch.length];
		for (int i = 0; i < batch.length; i++) {
			results[i] = result(batch[i], byId.get(batch[i].id()));
		}
		return results;
	}

	private static int result(Request request, @Nullable Answer answer) {
		if (answer == null || answer.id() == null || answer.id() != request.id()) {
			throw new IllegalStateException("The answer to another request");
		}
		if (answer.error() != null) {
			throw new IllegalStateException(answer.error().code() + ": " + answer.error().message());
		}
		if (answer.result() == null) {
			throw new IllegalStateException("Neither result nor error");
		}
		return answer.result();
	}

	record Request(String jsonrpc, String method, List<Integer> params, long id) {

	}

	record Answer(@Nullable String jsonrpc, @Nullable Integer result, @Nullable Failure error, @Nullable Long id) {

	}

	record Failure(int code, @Nullable String message) {

	}

}
