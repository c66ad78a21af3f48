package io.github.jsonrpcspring.autoconfigure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;

/**
 * What a file with credentials holds.
 */
enum CredentialsFormat {

	/**
	 * A bearer token, alone.
	 */
	TOKEN {

		@Override
		HttpHeaders parse(String content) throws UnusableFileException {
			String token = content.strip();
			if (!Secrets.isToken(token)) {
				throw new UnusableFileException("has a blank, a line break or a character that a token cannot have",
						"Write the token alone into it, without the word 'Bearer'.");
			}
			return authorization("Bearer " + token);
		}

	},

	/**
	 * A user name, a colon and a password on one line.
	 */
	USER_AND_PASSWORD {

		@Override
		HttpHeaders parse(String content) throws UnusableFileException {
			String line = content.replaceFirst("[\\r\\n]+$", "");
			if (line.indexOf(':') == -1 || line.chars().anyMatch(Character::isISOControl)) {
				throw new UnusableFileException("does not have the form 'user:password' on one line",
						"Write the user name, a colon and the password into it, and nothing else.");
			}
			if (line.length() == 1) {
				throw new UnusableFileException("has neither a user name nor a password",
						"Write one of them into it at least, before or after the colon.");
			}
			return authorization("Basic " + encode(line));
		}

	};

	private static final String BYTE_ORDER_MARK = "\ufeff";

	/**
	 * Read text in UTF-8, without the mark that some editors put before it.
	 */
	static String decode(byte[] content) throws UnusableFileException {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(content))
				.toString();
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new UnusableFileException("is not encoded in UTF-8", "Write the file again in UTF-8.");
		}
	}

	/**
	 * Make headers of the content of a file, which is not blank.
	 */
	abstract HttpHeaders parse(String content) throws UnusableFileException;

	private static String encode(String credentials) {
		int colon = credentials.indexOf(':');
		return HttpHeaders.encodeBasicAuth(credentials.substring(0, colon), credentials.substring(colon + 1),
				StandardCharsets.UTF_8);
	}

	private static HttpHeaders authorization(String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.AUTHORIZATION, value);
		return HttpHeaders.readOnlyHttpHeaders(headers);
	}

}
