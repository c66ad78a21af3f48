package io.github.jsonrpcspring.client;

import java.util.List;

import io.github.jsonrpcspring.testsupport.StubTransport;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Results are converted from within the answer where their type is known before, and from
 * their own bytes otherwise.
 */
class KnownResultTypeTests {

	private final JsonRpcTemplate template = JsonRpcTemplate.builder(StubTransport.server((request) -> 5))
		.jsonMapper(JsonMapper.builder()
			.addModule(new SimpleModule().addDeserializer(Place.class, new PlaceReader()))
			.build())
		.build();

	@Test
	void resultOfACallIsConvertedWithinTheAnswer() {
		assertThat(this.template.request("m", Place.class)).isEqualTo(new Place(true));
		assertThat(this.template.reactive().request("m", Place.class).block()).isEqualTo(new Place(true));
		assertThat(this.template.method("m").retrieveOptional(Place.class)).contains(new Place(true));
	}

	@Test
	void resultsOfABatchWithOneTypeAreConvertedWithinTheAnswer() {
		JsonRpcBatch batch = this.template.batch();
		List<JsonRpcBatch.Call<Place>> calls = List.of(batch.add("a", Place.class), batch.add("b", Place.class));
		batch.execute();
		assertThat(calls).extracting(JsonRpcBatch.Call::get).containsOnly(new Place(true));
	}

	@Test
	void resultsOfABatchWithSeveralTypesAreConvertedFromTheirOwnBytes() {
		JsonRpcBatch batch = this.template.batch();
		JsonRpcBatch.Call<Place> place = batch.add("a", Place.class);
		JsonRpcBatch.Call<Integer> number = batch.add("b", Integer.class);
		batch.execute();
		assertThat(place.get()).isEqualTo(new Place(false));
		assertThat(number.get()).isEqualTo(5);
	}

	@Test
	void interceptorThatTakesTheResultLeavesOneToTheCaller() {
		JsonRpcTemplate watched = this.template.mutate()
			.interceptor((request, chain) -> chain.next(request)
				.doOnNext((answer) -> assertThat(answer.response()).isNotNull()
					.satisfies((response) -> assertThat(response.resultAs(Place.class)).isEqualTo(new Place(true)))))
			.build();
		assertThat(watched.request("m", Place.class)).isEqualTo(new Place(false));
	}

	record Place(boolean withinAnswer) {
	}

	static final class PlaceReader extends ValueDeserializer<Place> {

		@Override
		public Place deserialize(JsonParser parser, DeserializationContext context) {
			return new Place(!parser.streamReadContext().inRoot());
		}

	}

}
