package io.github.jsonrpcspring.fuzz;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static io.github.jsonrpcspring.fuzz.PlainException.require;

/**
 * An HTTP answer, as docs/validation.md describes what holds of it.
 */
final class PlainHttp {

	private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)");

	private final int status;

	private final @Nullable String type;

	private final @Nullable String encoding;

	private final byte[] body;

	PlainHttp(int status, @Nullable String type, @Nullable String encoding, byte[] body) {
		this.status = status;
		this.type = type;
		this.encoding = encoding;
		this.body = body;
	}

	/**
	 * Return what this says to the only call.
	 */
	PlainAnswer read(PlainValue id, boolean first) {
		try {
			PlainAnswer answer = PlainResponse.read(message(), first).to(id);
			require(isSuccess() || answer instanceof PlainAnswer.Failure, "a result with an error status");
			return answer;
		}
		catch (PlainException ex) {
			return new PlainAnswer.Refusal(ex.getMessage());
		}
	}

	/**
	 * Return what this says to each call of a batch.
	 */
	List<PlainAnswer> read(List<PlainValue> ids, boolean first) {
		try {
			return PlainBatch.read(message(), ids, first, isSuccess());
		}
		catch (PlainException ex) {
			return PlainBatch.refused(ids, ex);
		}
	}

	boolean isSuccess() {
		return this.status / 100 == 2;
	}

	PlainValue message() throws PlainException {
		require(this.status / 100 != 3, "a redirection");
		require(this.body.length > 0, "no body");
		require(this.encoding == null || this.encoding.isBlank() || this.encoding.equals("identity"), "encoded");
		require(this.type == null || !this.type.startsWith("text/event-stream"), "an event stream");
		Charset charset = charset();
		return charset.equals(StandardCharsets.UTF_8) ? PlainReader.read(this.body) : PlainReader.read(decode(charset));
	}

	private String decode(Charset charset) throws PlainException {
		try {
			CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(this.body));
			require(StandardCharsets.UTF_8.newEncoder().canEncode(text), "half of a surrogate pair");
			return text.toString();
		}
		catch (CharacterCodingException ex) {
			throw new PlainException("not " + charset);
		}
	}

	/**
	 * A charset that does not exist is none.
	 */
	private Charset charset() {
		Matcher charset = CHARSET.matcher((this.type != null) ? this.type : "");
		return charset.find() && Charset.isSupported(charset.group(1)) ? Charset.forName(charset.group(1))
				: StandardCharsets.UTF_8;
	}

}
