package io.github.jsonrpcspring.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.util.Locale;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;

/**
 * Says what is to be done where there is no secure connection. Nothing of what the server
 * sent is repeated.
 */
final class TlsAdvice {

	private TlsAdvice() {
	}

	static String of(Throwable failure) {
		return (failure instanceof SSLException) ? "; " + advice(failure) : "";
	}

	private static String advice(Throwable failure) {
		if (any(failure, CertificateExpiredException.class::isInstance)) {
			return "the certificate of the server has expired";
		}
		if (any(failure, CertificateNotYetValidException.class::isInstance)) {
			return "the certificate of the server is not valid yet";
		}
		if (any(failure, CertificateRevokedException.class::isInstance)) {
			return "the certificate of the server was revoked";
		}
		if (any(failure, TlsAdvice::isWeak)) {
			return "the certificate of the server uses a key or an algorithm that the JVM does not allow";
		}
		if (any(failure, TlsAdvice::isUntrusted)) {
			return "the certificate of the server comes from no trusted CA; 'ssl.bundle' sets which ones are trusted";
		}
		if (any(failure, TlsAdvice::isForAnotherHost)) {
			return "the certificate of the server is for another host than that of 'url'";
		}
		if (any(failure, TlsAdvice::isPlain)) {
			return "the server does not speak TLS there; 'url' may need http:// or another port";
		}
		if (any(failure, (cause) -> message(cause).contains("fatal alert"))) {
			return "the server refused it; it may want a client certificate or another protocol, "
					+ "which 'ssl.bundle' sets";
		}
		return "'ssl.bundle' sets certificates and protocols";
	}

	private static boolean isWeak(Throwable cause) {
		return cause instanceof CertPathValidatorException validation
				&& validation.getReason() == BasicReason.ALGORITHM_CONSTRAINED;
	}

	private static boolean isUntrusted(Throwable cause) {
		return cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException;
	}

	private static boolean isForAnotherHost(Throwable cause) {
		return cause instanceof CertificateException && (message(cause).startsWith("no subject alternative")
				|| message(cause).startsWith("no name matching"));
	}

	private static boolean isPlain(Throwable cause) {
		return cause.getClass().getSimpleName().equals("NotSslRecordException")
				|| message(cause).startsWith("unrecognized ssl message")
				|| message(cause).startsWith("unsupported or unrecognized ssl message");
	}

	private static String message(Throwable cause) {
		return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
	}

	private static boolean any(Throwable failure, Predicate<Throwable> condition) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (condition.test(cause)) {
				return true;
			}
		}
		return false;
	}

}
