package io.github.jsonrpcspring.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.jsonrpcspring.protocol.JsonRpcId;
import io.github.jsonrpcspring.protocol.JsonRpcVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * One input of a property: the first bytes choose the surroundings, the others are the
 * message.
 */
final class Choices {

	static final int HEADER = 8;

	private static final int[] STATUS = { 200, 200, 200, 200, 200, 200, 200, 200, 200, 201, 204, 100, 302, 400, 500,
			599 };

	private static final String[] TYPES = { null, null, "application/json", "application/json", "text/plain", "",
			"application/json-rpc; charset=utf-8", "application/octet-stream", "text/html;charset=ISO-8859-1",
			"application/json; charset=UTF-16", "application/json;charset=utf-16le", "text/event-stream",
			"application/json; charset=us-ascii", "application/json; charset=none", "no type;;=",
			"*/*;charset=\"utf8\"", "application/json;charset=windows-1252", "application/json;charset=UTF-32" };

	private static final String[] ENCODINGS = { null, null, null, null, null, null, null, "identity", "gzip", "" };

	/** Ids of calls, no two of which lenient reading takes for the same. */
	private static final Map<String, JsonRpcId> IDS = Map.of("7", JsonRpcId.of(7), "\"8\"", JsonRpcId.of("8"), "\"a\"",
			JsonRpcId.of("a"), "12345678901234567890", JsonRpcId.of(new BigInteger("12345678901234567890")), "0",
			JsonRpcId.of(0), "-1", JsonRpcId.of(-1), "\"\"", JsonRpcId.of(""), "\"null\"", JsonRpcId.of("null"),
			"9007199254740993", JsonRpcId.of(9007199254740993L), "\"\u00e9\\u0000\"", JsonRpcId.of("\u00e9\0"));

	private static final List<String> LITERALS = IDS.keySet().stream().sorted().toList();

	private final byte[] input;

	Choices(byte[] input) {
		this.input = input;
	}

	/**
	 * Return the same surroundings of another message.
	 */
	Choices with(byte[] message) {
		byte[] other = Arrays.copyOf(Arrays.copyOf(this.input, HEADER), HEADER + message.length);
		System.arraycopy(message, 0, other, HEADER, message.length);
		return new Choices(other);
	}

	byte[] message() {
		return Arrays.copyOfRange(this.input, Math.min(HEADER, this.input.length), this.input.length);
	}

	private int choice(int at, int of) {
		return (at < this.input.length) ? (this.input[at] & 0xFF) % of : 0;
	}

	/** Return the version of a call. */
	JsonRpcVersion version() {
		return (choice(0, 4) == 3) ? JsonRpcVersion.V1_0 : JsonRpcVersion.V2_0;
	}

	/** Return the version to read by, {@code null} for the message's own. */
	@Nullable JsonRpcVersion versionOrNone() {
		return (choice(0, 8) < 2) ? null : version();
	}

	/** Return the ids of the calls as they are written: one, or up to four. */
	List<String> ids(int most) {
		int size = 1 + choice(7, most);
		int first = choice(1, LITERALS.size());
		return IntStream.range(first, first + size).mapToObj((i) -> LITERALS.get(i % LITERALS.size())).toList();
	}

	static JsonRpcId id(String literal) {
		return IDS.get(literal);
	}

	HttpStatusCode status() {
		return HttpStatusCode.valueOf(STATUS[choice(2, STATUS.length)]);
	}

	@Nullable String type() {
		return TYPES[choice(3, TYPES.length)];
	}

	@Nullable String encoding() {
		return ENCODINGS[choice(4, ENCODINGS.length)];
	}

	HttpHeaders headers() {
		HttpHeaders headers = new HttpHeaders();
		if (type() != null) {
			headers.set(HttpHeaders.CONTENT_TYPE, type());
		}
		if (encoding() != null) {
			headers.set(HttpHeaders.CONTENT_ENCODING, encoding());
		}
		return headers;
	}

	/**
	 * Return the message cut into pieces, some of them empty; 0 leaves it whole.
	 */
	List<byte[]> pieces() {
		byte[] message = message();
		int seed = choice(7, 256);
		Random random = new Random(seed);
		int most = (seed == 0) ? message.length : 1 << (seed % 8);
		List<byte[]> pieces = new ArrayList<>();
		for (int at = 0; at < message.length;) {
			int end = Math.min(message.length, at + ((seed == 0) ? most : random.nextInt(most + 1)));
			pieces.add(Arrays.copyOfRange(message, at, end));
			at = end;
		}
		return pieces;
	}

	int result(int of) {
		return choice(5, of);
	}

	int style(int of) {
		return choice(6, of);
	}

}
