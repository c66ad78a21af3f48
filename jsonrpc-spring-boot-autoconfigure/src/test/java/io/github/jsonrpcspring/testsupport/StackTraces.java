package io.github.jsonrpcspring.testsupport;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Stack traces as they are printed, with the messages of causes and of what is
 * suppressed.
 */
public final class StackTraces {

	private StackTraces() {
	}

	public static String of(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
