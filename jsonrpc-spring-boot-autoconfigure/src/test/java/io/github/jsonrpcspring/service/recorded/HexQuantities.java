package io.github.jsonrpcspring.service.recorded;

import java.math.BigInteger;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Maps {@code BigInteger} to the hex quantities of Ethereum, such as {@code "0x1b4"}.
 */
final class HexQuantities {

	private HexQuantities() {
	}

	static JsonMapper mapper() {
		SimpleModule module = new SimpleModule("hex-quantities").addSerializer(BigInteger.class, new Writer())
			.addDeserializer(BigInteger.class, new Reader());
		return JsonMapper.builder().addModule(module).build();
	}

	/**
	 * Reads a hex quantity.
	 */
	private static final class Reader extends ValueDeserializer<BigInteger> {

		@Override
		public BigInteger deserialize(JsonParser parser, DeserializationContext context) {
			String text = parser.getString();
			if (!text.startsWith("0x")) {
				return (BigInteger) context.handleWeirdStringValue(BigInteger.class, text,
						"a hex quantity starts with 0x");
			}
			return new BigInteger(text.substring(2), 16);
		}

	}

	/**
	 * Writes a hex quantity without leading zeros.
	 */
	private static final class Writer extends ValueSerializer<BigInteger> {

		@Override
		public void serialize(BigInteger value, JsonGenerator generator, SerializationContext context) {
			generator.writeString("0x" + value.toString(16));
		}

	}

}
