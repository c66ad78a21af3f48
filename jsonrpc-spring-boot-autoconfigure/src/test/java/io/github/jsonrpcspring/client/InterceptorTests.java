package io.github.jsonrpcspring.client;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcspring.protocol.JsonRpcBatchRequest;
import io.github.jsonrpcspring.protocol.JsonRpcBatchResponse;
import io.github.jsonrpcspring.protocol.JsonRpcError;
import io.github.jsonrpcspring.protocol.JsonRpcRequest;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for interceptors.
 */
class InterceptorTests {

	private final StubTransport server = StubTransport.server((request) -> request.method().equals("fail")
			? new JsonRpcError(-32601, "Method not found") : request.method());

	private final JsonRpcTemplate rpc = JsonRpcTemplate.builder(this.server).defaultHeader("X-Who", "client").build();

	private static JsonRpcClientResponse answer(JsonRpcClientRequest request, JsonRpcResponse response) {
		return new JsonRpcClientResponse(request.message(), response, HttpStatus.OK, HttpHeaders.EMPTY);
	}

	@ParameterizedTest
	@EnumSource
	void firstAddedIsOutermost(Style style) {
		List<String> order = new ArrayList<>();
		style.call(this.rpc.mutate().interceptor(recording("a", order)).interceptor(recording("b", order)).build(),
				"m");
		assertThat(order).containsExactly("a before", "b before", "b after", "a after");
	}

	private static JsonRpcClientInterceptor recording(String name, List<String> order) {
		return (request, chain) -> {
			order.add(name + " before");
			return chain.next(request).doOnNext((response) -> order.add(name + " after"));
		};
	}

	@ParameterizedTest
	@EnumSource
	void headersAndAttributesCanBeChanged(Style style) {
		JsonRpcTemplate changing = this.rpc.mutate().interceptor((request, chain) -> {
			assertThat(request.headers().getFirst("X-Call")).isEqualTo("1");
			request.headers().set("X-Who", "interceptor");
			request.headers().remove("X-Call");
			request.attributes().put("added", request.attributes().get("given"));
			return chain.next(request);
		}).build();
		JsonRpcCallOptions options = JsonRpcCallOptions.builder()
			.header("X-Call", "1")
			.attribute("given", "me")
			.build();
		style.send(changing, JsonRpcRequest.of("m").build(), options);
		assertThat(this.server.request().headers().get("X-Who")).containsExactly("interceptor");
		assertThat(this.server.request().headers().containsHeader("X-Call")).isFalse();
		assertThat(this.server.request().attributes()).containsEntry("given", "me").containsEntry("added", "me");
		assertThat(options.headers().get("X-Call")).containsExactly("1");
	}

	@Test
	void whatIsChangedIsOfThisCallOnly() {
		AtomicInteger calls = new AtomicInteger();
		JsonRpcTemplate changing = this.rpc.mutate().interceptor((request, chain) -> {
			if (calls.getAndIncrement() == 0) {
				request.headers().set("X-Who", "interceptor");
			}
			return chain.next(request);
		}).build();
		changing.call("m");
		changing.call("m");
		assertThat(this.server.request().headers().get("X-Who")).containsExactly("client");
	}

	@ParameterizedTest
	@EnumSource
	void messageIsSeenBeforeItHasAnId(Style style) {
		List<JsonRpcClientRequest> seen = new ArrayList<>();
		JsonRpcTemplate watching = this.rpc.mutate().name("watched").interceptor((request, chain) -> {
			seen.add(request);
			return chain.next(request).doOnNext((response) -> {
				assertThat(response.request()).isInstanceOfSatisfying(JsonRpcRequest.class,
						(sent) -> assertThat(sent.id()).hasToString("1"));
				assertThat(response).hasToString("200 response with id 1");
			});
		}).build();
		style.retrieve(watching, (call) -> call.params("secret").timeout(Duration.ofSeconds(5)), String.class);
		assertThat(seen).singleElement().satisfies((request) -> {
			assertThat(request.client()).isEqualTo("watched");
			assertThat(request.request()).isSameAs(request.message());
			assertThat(request.request()).isNotNull().extracting(JsonRpcRequest::id).isNull();
			assertThat(request.options().timeout()).isEqualTo(Duration.ofSeconds(5));
			assertThat(request).hasToString("request 'm' of client 'watched'");
		});
	}

	@ParameterizedTest
	@EnumSource
	void batchIsSeenAsOneMessage(Style style) {
		List<JsonRpcClientResponse> seen = new ArrayList<>();
		JsonRpcTemplate watching = this.rpc.mutate().interceptor((request, chain) -> {
			assertThat(request.request()).isNull();
			assertThat(request.message()).isInstanceOf(JsonRpcBatchRequest.class);
			return chain.next(request).doOnNext(seen::add);
		}).build();
		Style.Batch batch = style.batch(watching);
		batch.add("a", String.class);
		batch.add("fail", String.class);
		batch.execute();
		assertThat(seen).singleElement().satisfies((response) -> {
			assertThat(response.response()).isNull();
			assertThat(response.message()).isInstanceOfSatisfying(JsonRpcBatchResponse.class,
					(responses) -> assertThat(responses).map(JsonRpcResponse::isError).containsExactly(false, true));
		});
	}

	@ParameterizedTest
	@EnumSource
	void messageCanBeReplaced(Style style) {
		JsonRpcTemplate renaming = this.rpc.mutate()
			.interceptor(
					(request, chain) -> chain.next(request.withMessage(JsonRpcRequest.of("other").params(1).build())))
			.build();
		assertThat(style.request(renaming, "m", String.class)).isEqualTo("other");
		assertThat(this.server.sent())
			.containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"other\",\"params\":[1],\"id\":1}");
	}

	@ParameterizedTest
	@EnumSource
	void messageThatIsNoRequestIsRefused(Style style) {
		JsonRpcTemplate wrong = this.rpc.mutate()
			.interceptor((request, chain) -> chain.next(request.withMessage(JsonRpcResponse.success(1, 1))))
			.build();
		assertThatIllegalArgumentException().isThrownBy(() -> style.call(wrong, "m"))
			.withMessage("A client sends requests and batches, no responses");
	}

	@ParameterizedTest
	@EnumSource
	void batchMustKeepItsSize(Style style) {
		JsonRpcTemplate shrinking = this.rpc.mutate()
			.interceptor((request, chain) -> chain
				.next(request.withMessage(JsonRpcBatchRequest.of(JsonRpcRequest.of("a").build()))))
			.build();
		Style.Batch batch = style.batch(shrinking);
		batch.add("a", String.class);
		batch.add("b", String.class);
		assertThatIllegalStateException().isThrownBy(batch::execute)
			.withMessage("An interceptor of client 'default' put another message in the place of a batch of 2");
	}

	@ParameterizedTest
	@EnumSource
	void interceptorCanAnswerItself(Style style) {
		JsonRpcTemplate answering = this.rpc.mutate()
			.interceptor((request, chain) -> Mono.just(answer(request, JsonRpcResponse.success(0, "cached"))))
			.build();
		assertThat(style.request(answering, "m", String.class)).isEqualTo("cached");
		assertThat(style.send(answering, JsonRpcRequest.of("m").build())).isNotNull()
			.satisfies((response) -> assertThat(response.resultAs(String.class)).isEqualTo("cached"));
		assertThat(this.server.sent()).isEmpty();
	}

	record Person(String firstName) {
	}

	@ParameterizedTest
	@EnumSource
	void resultOfAnInterceptorsAnswerIsConvertedAsThoseOfTheServer(Style style) {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		JsonNode cached = mapper.readTree("{\"first_name\":\"Ada\"}");
		JsonRpcTemplate caching = this.rpc.mutate()
			.jsonMapper(mapper)
			.interceptor((request, chain) -> Mono.just(answer(request, JsonRpcResponse.success(1, cached))))
			.build();
		assertThat(style.request(caching, "m", Person.class)).isEqualTo(new Person("Ada"));
		assertThat(style.request(caching, "m", JsonNode.class)).isEqualTo(cached);
	}

	@ParameterizedTest
	@EnumSource
	void errorOfAnInterceptorsAnswerIsThrown(Style style) {
		JsonRpcTemplate answering = this.rpc.mutate()
			.interceptor((request, chain) -> Mono
				.just(answer(request, JsonRpcResponse.failure(0, new JsonRpcError(-32001, "mine")))))
			.build();
		assertThatExceptionOfType(JsonRpcServerErrorException.class).isThrownBy(() -> style.call(answering, "m"))
			.withMessage("Client 'default', method 'm': error -32001: mine");
	}

	@ParameterizedTest
	@EnumSource
	void interceptorThatAnswersACallAsANotificationIsNamed(Style style) {
		JsonRpcTemplate wrong = this.rpc.mutate()
			.interceptor((request, chain) -> Mono
				.just(new JsonRpcClientResponse(request.message(), null, HttpStatus.NO_CONTENT, HttpHeaders.EMPTY)))
			.build();
		assertThatIllegalStateException().isThrownBy(() -> style.call(wrong, "m"))
			.withMessage("A call of client 'default' was answered as a notification by an interceptor");
		Style.Batch batch = style.batch(wrong.mutate().batch(false, 1).build());
		JsonRpcBatchCall<String> call = batch.add("m", String.class);
		assertThat(batch.execute().error(call)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("answered as a notification by an interceptor");
	}

	@ParameterizedTest
	@EnumSource
	void interceptorThatAnswersNothingIsNamed(Style style) {
		JsonRpcTemplate empty = this.rpc.mutate().interceptor((request, chain) -> Mono.empty()).build();
		for (Runnable use : List.<Runnable>of(() -> style.call(empty, "m"), () -> style.notify(empty, "m"),
				() -> style.send(empty, List.of(JsonRpcRequest.of("m").build())))) {
			assertThatIllegalStateException().isThrownBy(use::run)
				.withMessage("An interceptor of client 'default' answered nothing");
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorObjectIsAnAnswer(Style style) {
		JsonRpcTemplate replacing = this.rpc.mutate()
			.interceptor((request, chain) -> chain.next(request)
				.map((response) -> (response.response() != null && response.response().isError())
						? answer(request, JsonRpcResponse.success(1, "fallback")) : response))
			.build();
		assertThat(style.request(replacing, "fail", String.class)).isEqualTo("fallback");
	}

	@ParameterizedTest
	@EnumSource
	void failureIsAnErrorSignalOfThisClient(Style style) {
		List<Throwable> seen = new ArrayList<>();
		JsonRpcTemplate watching = JsonRpcTemplate
			.builder(StubTransport.failing(() -> new ConnectException("https://user:secret@host/?key=secret")))
			.interceptor((request, chain) -> chain.next(request).doOnError(seen::add))
			.build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.call(watching, "m"));
		assertThat(seen).singleElement().isInstanceOf(JsonRpcTransportException.class);
	}

	@ParameterizedTest
	@EnumSource
	void retryInsideAnInterceptorGetsANewId(Style style) {
		AtomicInteger attempts = new AtomicInteger();
		StubTransport flaky = StubTransport.answering((request) -> (attempts.incrementAndGet() < 3)
				? Mono.error(new ConnectException("refused")) : this.server.exchange(request));
		JsonRpcTemplate retrying = JsonRpcTemplate.builder(flaky)
			.interceptor((request, chain) -> chain.next(request).retry(2))
			.build();
		assertThat(style.request(retrying, "m", String.class)).isEqualTo("m");
		assertThat(flaky.sent()).containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":2}", "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":3}");
	}

	@ParameterizedTest
	@EnumSource
	void uncheckedExceptionOfAnInterceptorIsThrownAsItIs(Style style) {
		IllegalStateException own = new IllegalStateException("mine");
		JsonRpcTemplate failing = this.rpc.mutate().interceptor((request, chain) -> {
			throw own;
		}).build();
		assertThatIllegalStateException().isThrownBy(() -> style.call(failing, "m"))
			.satisfies((ex) -> assertThat(ex).isSameAs(own));
		Style.Batch batch = style.batch(failing);
		batch.add("m", String.class);
		assertThatIllegalStateException().isThrownBy(batch::execute).satisfies((ex) -> assertThat(ex).isSameAs(own));
	}

	@ParameterizedTest
	@EnumSource
	void checkedExceptionOfAnInterceptorIsTranslated(Style style) {
		JsonRpcTemplate failing = this.rpc.mutate()
			.interceptor((request, chain) -> Mono.error(new IOException("mine")))
			.build();
		assertThatExceptionOfType(JsonRpcTransportException.class).isThrownBy(() -> style.call(failing, "m"))
			.withMessage("Client 'default', method 'm': no answer: IOException");
		JsonRpcTemplate impatient = JsonRpcTemplate.builder(StubTransport.silent())
			.interceptor((request, chain) -> chain.next(request).timeout(Duration.ofMillis(5)))
			.build();
		assertThatExceptionOfType(JsonRpcTimeoutException.class).isThrownBy(() -> style.call(impatient, "m"));
		assertThatExceptionOfType(JsonRpcTimeoutException.class)
			.isThrownBy(() -> style.send(impatient, List.of(JsonRpcRequest.of("m").build())));
	}

}
