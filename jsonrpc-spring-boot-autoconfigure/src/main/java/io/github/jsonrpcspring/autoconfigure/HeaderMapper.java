package io.github.jsonrpcspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import io.github.jsonrpcspring.client.JsonRpcClientSettingsBuilder;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Maps the HTTP headers of every request.
 */
final class HeaderMapper {

	private static final Set<String> OWN = Set.of("content-length", "transfer-encoding", "upgrade", "expect", "te",
			"trailer");

	private HeaderMapper() {
	}

	static void map(MergedProperties properties, JsonRpcClientSettingsBuilder builder) {
		properties.findText("content-type", CommonProperties::getContentType)
			.map(HeaderMapper::contentType)
			.ifPresent((type) -> builder.header(HttpHeaders.CONTENT_TYPE, type));
		properties.forEachEntry("default-header", CommonProperties::getDefaultHeader,
				(name, value) -> builder.header(name, header(name, value)));
	}

	private static String contentType(Setting<String> setting) {
		try {
			MediaType type = MediaType.parseMediaType(setting.value());
			if (type.isConcrete() && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()))) {
				return setting.value();
			}
		}
		catch (InvalidMediaTypeException ex) {
			// Refused below
		}
		throw setting.refuse("must be a media type, with no charset but UTF-8, not '" + setting.value() + "'",
				"Use 'application/json', or what the server wants, such as 'application/json-rpc'.");
	}

	private static String header(String name, Setting<String> value) {
		checkName(name, value);
		return Secrets.headerValue(value);
	}

	/**
	 * Refuse what is no name of a header, or the name of one that is not free.
	 */
	static void checkName(String name, Setting<String> setting) {
		if (!Secrets.isHeaderName(name)) {
			throw setting.refuse("has a name that is no name of an HTTP header",
					"Use letters, digits and dashes, as in 'X-Api-Key'.");
		}
		String known = name.toLowerCase(Locale.ROOT);
		if (OWN.contains(known)) {
			throw setting.refuse("is for a header that only the HTTP client can know", "Remove it.");
		}
		if (known.equals("content-type")) {
			throw setting.refuse("is for the content type, which has a key of its own", "Use 'content-type' instead.");
		}
	}

}
