package io.github.jsonrpcspring.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Refuses to read a number with a fraction as an integer, of which Jackson would cut the
 * fraction off; {@code 5.0} is an integer.
 */
final class WholeNumberParser extends JsonParserDelegate {

	/** As of a number that is written out: an exponent is not to cost more. */
	private static final int LONGEST_INTEGER = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

	WholeNumberParser(JsonParser parser) {
		super(parser);
	}

	@Override
	public byte getByteValue() {
		requireWhole(byte.class);
		return super.getByteValue();
	}

	@Override
	public short getShortValue() {
		requireWhole(short.class);
		return super.getShortValue();
	}

	@Override
	public int getIntValue() {
		requireWhole(int.class);
		return super.getIntValue();
	}

	@Override
	public long getLongValue() {
		requireWhole(long.class);
		return super.getLongValue();
	}

	@Override
	public BigInteger getBigIntegerValue() {
		requireWhole(BigInteger.class);
		return super.getBigIntegerValue();
	}

	@Override
	public int getValueAsInt() {
		requireWhole(int.class);
		return super.getValueAsInt();
	}

	@Override
	public int getValueAsInt(int defaultValue) {
		requireWhole(int.class);
		return super.getValueAsInt(defaultValue);
	}

	@Override
	public long getValueAsLong() {
		requireWhole(long.class);
		return super.getValueAsLong();
	}

	@Override
	public long getValueAsLong(long defaultValue) {
		requireWhole(long.class);
		return super.getValueAsLong(defaultValue);
	}

	/**
	 * Of all deserializers only the one for {@code BigInteger} asks this of a number with
	 * a point: it reads it as a decimal and cuts the fraction off itself.
	 */
	@Override
	public StreamReadConstraints streamReadConstraints() {
		requireWhole(BigInteger.class);
		return super.streamReadConstraints();
	}

	private void requireWhole(Class<?> type) {
		if (currentToken() != JsonToken.VALUE_NUMBER_FLOAT || isNaN()) {
			return;
		}
		BigDecimal number = getDecimalValue();
		if (number.scale() < -LONGEST_INTEGER) {
			throw new InputCoercionException(this, "the number has more digits than can be read",
					JsonToken.VALUE_NUMBER_FLOAT, type);
		}
		if (number.stripTrailingZeros().scale() > 0) {
			throw new InputCoercionException(this, "the number has a fraction", JsonToken.VALUE_NUMBER_FLOAT, type);
		}
	}

}
