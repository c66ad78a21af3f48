package io.github.jsonrpcspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The secrets of the audit: each holds a word that nothing else has.
 */
final class AuditSecrets {

	static final String WORD = "hush-hush";

	static final String USER = WORD + "-user";

	static final String PASSWORD = WORD + "-password";

	static final String PATH = WORD + "-path";

	static final String QUERY = WORD + "-query";

	static final String HEADER = WORD + "-header";

	static final String TOKEN = WORD + "-token";

	static final String MEMBER = WORD + "-member";

	static final String PARAM = WORD + "-param";

	static final String RESULT = WORD + "-result";

	static final String LOCATION = WORD + "-location";

	static final String OAUTH2_SECRET = WORD + "-client-secret";

	static final String OAUTH2_TOKEN = WORD + "-access-token";

	private AuditSecrets() {
	}

	/**
	 * Return what must not be found: the word, and credentials as they are encoded.
	 */
	static List<String> forbidden() {
		List<String> forbidden = new ArrayList<>(List.of(WORD, base64(USER + ":" + PASSWORD)));
		// at each of the three alignments, without the characters that neighbours change
		for (int i = 0; i < 3; i++) {
			String encoded = base64("x".repeat(i) + WORD);
			forbidden.add(encoded.substring(4 * ((i + 2) / 3), encoded.length() - 4));
		}
		return forbidden;
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
