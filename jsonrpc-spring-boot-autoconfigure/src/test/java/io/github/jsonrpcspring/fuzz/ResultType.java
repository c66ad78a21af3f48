package io.github.jsonrpcspring.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A type that results are converted to, and what has to come of the conversion.
 */
enum ResultType {

	NODE(JsonNode.class) {

		@Override
		Fit fit(PlainValue result) {
			return Fit.MUST;
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return Same.tree((JsonNode) object, result);
		}

	},

	TEXT(String.class) {

		@Override
		Fit fit(PlainValue result) {
			return (result instanceof PlainValue.Text) ? Fit.MUST
					: (result instanceof PlainValue.Members || result instanceof PlainValue.Items) ? Fit.MUST_NOT
							: Fit.MAY;
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return result.isText((String) object) || (result instanceof PlainValue.Numeral numeral
					? numeral.literal().equals(object) : result instanceof PlainValue.Name);
		}

	},

	DECIMAL(BigDecimal.class) {

		@Override
		Fit fit(PlainValue result) {
			return numeral(result, Fit.MUST);
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return result instanceof PlainValue.Text
					|| (result instanceof PlainValue.Numeral numeral && Same.decimal(object, numeral));
		}

	},

	INTEGER(BigInteger.class) {

		@Override
		Fit fit(PlainValue result) {
			return numeral(result, isInteger(result) ? Fit.MUST : Fit.MUST_NOT);
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return result instanceof PlainValue.Text
					|| (result instanceof PlainValue.Numeral numeral && !Limits.isHandy(numeral))
					|| (isInteger(result) && object.equals(((PlainValue.Numeral) result).decimal().toBigInteger()));
		}

	},

	LONG(long.class) {

		@Override
		Fit fit(PlainValue result) {
			boolean fits = isInteger(result)
					&& ((PlainValue.Numeral) result).decimal().toBigInteger().bitLength() < Long.SIZE;
			return result.isNull() ? Fit.MUST_NOT : numeral(result, fits ? Fit.MUST : Fit.MUST_NOT);
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return !(result instanceof PlainValue.Numeral) || INTEGER.isSame(BigInteger.valueOf((Long) object), result);
		}

	},

	MAP(Map.class) {

		@Override
		Fit fit(PlainValue result) {
			return (result instanceof PlainValue.Members) ? Fit.MUST
					: (result instanceof PlainValue.Text) ? Fit.MAY : Fit.MUST_NOT;
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return Same.object(object, result);
		}

	},

	LIST(List.class) {

		@Override
		Fit fit(PlainValue result) {
			return (result instanceof PlainValue.Items) ? Fit.MUST
					: (result instanceof PlainValue.Text) ? Fit.MAY : Fit.MUST_NOT;
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			return Same.object(object, result);
		}

	},

	RECORD(Payment.class) {

		@Override
		Fit fit(PlainValue result) {
			return (result instanceof PlainValue.Members || result instanceof PlainValue.Text) ? Fit.MAY : Fit.MUST_NOT;
		}

		@Override
		boolean isSame(Object object, PlainValue result) {
			Assert.isInstanceOf(PlainValue.Members.class, result);
			PlainValue.Members members = (PlainValue.Members) result;
			Payment payment = (Payment) object;
			return isSameMember(TEXT, payment.to(), members.get("to"))
					&& isSameMember(DECIMAL, payment.amount(), members.get("amount"))
					&& isSameMember(LONG, payment.count(), members.get("count"));
		}

		private boolean isSameMember(ResultType type, @Nullable Object object, @Nullable PlainValue value) {
			return (value == null) ? object == null : type.isSameOrNull(object, value);
		}

	};

	/**
	 * A result with several members.
	 */
	record Payment(@Nullable String to, @Nullable BigDecimal amount, @Nullable Long count) {
	}

	/**
	 * Whether a conversion has to succeed.
	 */
	enum Fit {

		MUST, MUST_NOT, MAY

	}

	private final Class<?> type;

	ResultType(Class<?> type) {
		this.type = type;
	}

	Class<?> type() {
		return this.type;
	}

	/**
	 * Return whether a result that is not null has to become a value.
	 */
	abstract Fit fit(PlainValue result);

	abstract boolean isSame(Object object, PlainValue result);

	boolean isSameOrNull(@Nullable Object object, PlainValue result) {
		if (object == null) {
			return result.isNull() || fit(result) == Fit.MAY;
		}
		return fit(result) != Fit.MUST_NOT && isSame(object, result);
	}

	private static Fit numeral(PlainValue result, Fit fit) {
		if (result instanceof PlainValue.Numeral numeral) {
			return Limits.isHandy(numeral) ? fit : Fit.MAY;
		}
		return (result instanceof PlainValue.Text) ? Fit.MAY : Fit.MUST_NOT;
	}

	private static boolean isInteger(PlainValue result) {
		return result instanceof PlainValue.Numeral numeral && Limits.isHandy(numeral)
				&& Limits.isReadAsInteger(numeral) && numeral.decimal().stripTrailingZeros().scale() <= 0;
	}

}
