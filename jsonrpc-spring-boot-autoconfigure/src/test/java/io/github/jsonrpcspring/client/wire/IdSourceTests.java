package io.github.jsonrpcspring.client.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcspring.client.JsonRpcBatchCall;
import io.github.jsonrpcspring.client.JsonRpcBatchResult;
import io.github.jsonrpcspring.client.JsonRpcIdGenerator;
import io.github.jsonrpcspring.client.JsonRpcServerErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.ReactiveJsonRpcBatch;
import io.github.jsonrpcspring.protocol.JsonRpcValidation;
import io.github.jsonrpcspring.testsupport.RawAnswer;
import io.github.jsonrpcspring.testsupport.RawRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where ids come from. The server answers every request with its own id as the result.
 */
class IdSourceTests {

	private static final Pattern ID = Pattern.compile("\"id\":(\"?[0-9a-z-]+\"?)");

	private WireServer server;

	@BeforeEach
	void startServer() {
		this.server = new WireServer();
		this.server.answering(IdSourceTests::echo);
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private static String echo(RawRequest request) {
		String answers = ids(request).map((id) -> "{'jsonrpc':'2.0','result':" + id + ",'id':" + id + "}")
			.reduce((one, other) -> one + "," + other)
			.orElse("");
		return RawAnswer.json(Json.of(request.text().startsWith("[") ? "[" + answers + "]" : answers));
	}

	private static Stream<String> ids(RawRequest request) {
		return ID.matcher(request.text()).results().map((match) -> match.group(1));
	}

	private List<String> sentIds() {
		return this.server.raw().requests().stream().flatMap(IdSourceTests::ids).toList();
	}

	@EveryCall
	void row74TheFirstIdIsOne(CallStyle style) {
		assertThat(style.call(this.server.client(), Integer.class)).isEqualTo(1);
		assertThat(this.server.bodies()).containsExactly(Json.of("{'jsonrpc':'2.0','method':'get','id':1}"));
	}

	@Test
	void row74TheFirstHexadecimalIdIsOne() {
		JsonRpcTemplate client = this.server.builder().idGenerator(JsonRpcIdGenerator.hex()).build();
		assertThat(client.request("get", String.class)).isEqualTo("1");
	}

	@Test
	void row19ConcurrentCallsHaveIdsOfTheirOwn() {
		JsonRpcTemplate client = this.server.client();
		Flux<Integer> results = Flux.range(0, 200)
			.flatMap((i) -> Mono.fromCallable(() -> client.request("get", Integer.class))
				.subscribeOn(Schedulers.boundedElastic()), 8);
		StepVerifier.create(results.collectList())
			.assertNext((ids) -> assertThat(ids)
				.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 200).boxed().toList()))
			.expectComplete()
			.verify(Await.PATIENCE);
		assertThat(sentIds()).hasSize(200).doesNotHaveDuplicates();
	}

	@EveryBatch
	void row19IdsOfABatchComeFromTheSameSource(BatchStyle style, JsonRpcValidation level) {
		JsonRpcTemplate client = this.server.client(level);
		assertThat(client.request("get", Integer.class)).isEqualTo(1);
		BatchStyle.Batch batch = style.batch(client);
		JsonRpcBatchCall<Integer> first = batch.add("get", Integer.class);
		JsonRpcBatchCall<Integer> second = batch.add("get", Integer.class);
		JsonRpcBatchResult result = batch.execute();
		assertThat(result.get(first)).isEqualTo(2);
		assertThat(result.get(second)).isEqualTo(3);
		StepVerifier.create(client.reactive().request("get", Integer.class))
			.expectNext(4)
			.expectComplete()
			.verify(Await.PATIENCE);
	}

	@Test
	void row53EverySubscriptionHasAnIdOfItsOwn() {
		Mono<Integer> call = this.server.client().reactive().request("get", Integer.class);
		StepVerifier.create(call.repeat(2)).expectNext(1, 2, 3).expectComplete().verify(Await.PATIENCE);
		assertThat(sentIds()).containsExactly("1", "2", "3");
	}

	@Test
	void row53ARetriedCallHasAnIdOfItsOwn() {
		this.server.answering((request) -> ids(request).anyMatch("1"::equals)
				? RawAnswer.json(Json.of("{'jsonrpc':'2.0','error':{'code':-32000,'message':'again'},'id':1}"))
				: echo(request));
		Mono<Integer> call = this.server.client().reactive().method("get").retrieve(Integer.class);
		StepVerifier.create(call.retryWhen(Retry.max(1).filter(JsonRpcServerErrorException.class::isInstance)))
			.expectNext(2)
			.expectComplete()
			.verify(Await.PATIENCE);
		assertThat(sentIds()).containsExactly("1", "2");
	}

	@Test
	void row53ARepeatedBatchHasNewIds() {
		ReactiveJsonRpcBatch batch = this.server.client().reactive().batch();
		batch.add("get", Integer.class);
		batch.add("get", Integer.class);
		StepVerifier.create(batch.execute().repeat(1)).expectNextCount(2).expectComplete().verify(Await.PATIENCE);
		assertThat(sentIds()).containsExactly("1", "2", "3", "4");
	}

	@Test
	void row18CountersAreWrittenWithoutFractionOrExponent() {
		JsonRpcTemplate client = this.server.client();
		IntStream.range(0, 12).forEach((i) -> client.call("get"));
		Matcher last = ID.matcher(this.server.lastRequest().text());
		assertThat(last.find()).isTrue();
		assertThat(last.group(1)).isEqualTo("12");
	}

}
