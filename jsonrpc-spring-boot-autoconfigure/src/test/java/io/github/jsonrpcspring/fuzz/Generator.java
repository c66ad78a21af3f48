package io.github.jsonrpcspring.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Makes inputs of a random generator: messages, nearly valid messages, and damaged ones.
 */
final class Generator {

	private final Random random;

	Generator(long seed) {
		this.random = new Random(seed);
	}

	byte[] input(FuzzTarget target) {
		byte[] header = new byte[Choices.HEADER];
		this.random.nextBytes(header);
		Choices choices = new Choices(header);
		String text = text(target, choices);
		byte[] message = text.getBytes(charset(choices));
		if (this.random.nextInt(4) == 0) {
			message = new Damage(this.random).damage(message);
		}
		byte[] input = new byte[header.length + message.length];
		System.arraycopy(header, 0, input, 0, header.length);
		System.arraycopy(message, 0, input, header.length, message.length);
		return input;
	}

	private String text(FuzzTarget target, Choices choices) {
		RandomValues values = new RandomValues(this.random);
		String mark = (this.random.nextInt(20) == 0) ? "\uFEFF" : "";
		if (this.random.nextInt(12) == 0) {
			return mark + values.of(Corpus.MESSAGES).replace("$ID", choices.ids(1).get(0));
		}
		return mark + values.blanks() + switch (target) {
			case RESPONSES -> new RandomResponses(this.random, choices.version(), choices.ids(1)).oneOrBatch();
			case REQUESTS -> new RandomRequests(this.random).oneOrBatch();
			case CALLS -> new RandomResponses(this.random, choices.version(), choices.ids(1)).one();
			case BATCHES -> batch(choices);
			case STREAMS -> new RandomStreams(this.random, choices.version(), choices.ids(1)).one();
		} + values.blanks();
	}

	private String batch(Choices choices) {
		List<String> ids = choices.ids(BatchProperties.MOST_CALLS);
		RandomResponses responses = new RandomResponses(this.random, choices.version(), ids);
		return (this.random.nextInt(15) == 0) ? responses.one() : responses.batch();
	}

	/**
	 * Return mostly the charset that the headers name.
	 */
	private Charset charset(Choices choices) {
		String type = choices.type();
		if (type == null || this.random.nextInt(8) == 0) {
			return StandardCharsets.UTF_8;
		}
		String name = type.replaceFirst("^.*charset=", "").replace("\"", "");
		return type.contains("charset=") && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
	}

}
