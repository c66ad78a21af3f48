package io.github.jsonrpcspring.testsupport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

/**
 * A certificate with its key, made for a test.
 *
 * @param certificate the certificate
 * @param key its private key
 * @param issuer what it was signed with, {@code null} if with its own key
 */
public record TestCertificate(X509Certificate certificate, PrivateKey key, @Nullable TestCertificate issuer) {

	private static final Duration DAY = Duration.ofDays(1);

	private static final char[] PASSWORD = "password".toCharArray();

	private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");

	private static final byte[] CRITICAL_CA = HexFormat.of().parseHex("300f0603551d130101ff040530030101ff");

	private static final byte[] SUBJECT_ALTERNATIVE_NAME = HexFormat.of().parseHex("0603551d11");

	/**
	 * Make the certificate of a certificate authority.
	 * @param name its common name
	 * @return the certificate
	 */
	public static TestCertificate authority(String name) {
		return make(name, null, true, Instant.now().minus(DAY), Instant.now().plus(DAY));
	}

	/**
	 * Make a certificate that is signed with its own key.
	 * @param name its common name
	 * @param hosts the hosts it is for, names or IPv4 addresses
	 * @return the certificate
	 */
	public static TestCertificate selfSigned(String name, String... hosts) {
		return make(name, null, false, Instant.now().minus(DAY), Instant.now().plus(DAY), hosts);
	}

	/**
	 * Make a certificate of this authority that is valid now.
	 * @param name its common name
	 * @param hosts the hosts it is for, names or IPv4 addresses
	 * @return the certificate
	 */
	public TestCertificate issue(String name, String... hosts) {
		return issue(Instant.now().minus(DAY), Instant.now().plus(DAY), name, hosts);
	}

	/**
	 * Make a certificate of this authority.
	 * @param notBefore when it begins to be valid
	 * @param notAfter when it ends to be valid
	 * @param name its common name
	 * @param hosts the hosts it is for, names or IPv4 addresses
	 * @return the certificate
	 */
	public TestCertificate issue(Instant notBefore, Instant notAfter, String name, String... hosts) {
		return make(name, this, false, notBefore, notAfter, hosts);
	}

	private static TestCertificate make(String name, @Nullable TestCertificate issuer, boolean authority,
			Instant notBefore, Instant notAfter, String... hosts) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			KeyPair keys = generator.generateKeyPair();
			byte[] subject = new X500Principal("CN=" + name).getEncoded();
			byte[] issuedBy = (issuer != null) ? issuer.certificate().getSubjectX500Principal().getEncoded() : subject;
			byte[] extensions = authority ? CRITICAL_CA : alternativeNames(hosts);
			byte[] content = der(0x30, der(0xa0, der(0x02, 2)), integer(BigInteger.valueOf(System.nanoTime())),
					ECDSA_WITH_SHA256, issuedBy, der(0x30, time(notBefore), time(notAfter)), subject,
					keys.getPublic().getEncoded(), der(0xa3, der(0x30, extensions)));
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign((issuer != null) ? issuer.key() : keys.getPrivate());
			signature.update(content);
			byte[] encoded = der(0x30, content, ECDSA_WITH_SHA256, der(0x03, new byte[1], signature.sign()));
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(encoded));
			return new TestCertificate(certificate, keys.getPrivate(), issuer);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] alternativeNames(String... hosts) {
		ByteArrayOutputStream names = new ByteArrayOutputStream();
		for (String host : hosts) {
			names.writeBytes(host.matches("[0-9.]+") ? der(0x87, address(host))
					: der(0x82, host.getBytes(StandardCharsets.US_ASCII)));
		}
		return (hosts.length == 0) ? new byte[0]
				: der(0x30, SUBJECT_ALTERNATIVE_NAME, der(0x04, der(0x30, names.toByteArray())));
	}

	private static byte[] address(String host) {
		String[] parts = host.split("\\.", -1);
		byte[] address = new byte[parts.length];
		for (int i = 0; i < parts.length; i++) {
			address[i] = (byte) Integer.parseInt(parts[i]);
		}
		return address;
	}

	private static byte[] time(Instant instant) {
		String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(instant);
		return der(0x18, text.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] integer(BigInteger value) {
		return der(0x02, value.toByteArray());
	}

	private static byte[] der(int tag, int value) {
		return der(tag, new byte[] { (byte) value });
	}

	private static byte[] der(int tag, byte[]... parts) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			content.writeBytes(part);
		}
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		encoded.write(tag);
		int length = content.size();
		if (length >= 256) {
			encoded.write(0x82);
			encoded.write(length >> 8);
		}
		else if (length >= 128) {
			encoded.write(0x81);
		}
		encoded.write(length);
		encoded.writeBytes(content.toByteArray());
		return encoded.toByteArray();
	}

	/**
	 * Return the certificate as PEM.
	 * @return the text
	 */
	public String certificatePem() {
		try {
			return pem("CERTIFICATE", this.certificate.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the key as PEM.
	 * @return the text
	 */
	public String keyPem() {
		return pem("PRIVATE KEY", this.key.getEncoded());
	}

	private static String pem(String type, byte[] content) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
				+ "-----\n";
	}

	/**
	 * Return the context of a server with this certificate.
	 * @param trusted what the certificates of clients have to come from, or nothing
	 * @return the context
	 */
	public SSLContext serverContext(TestCertificate... trusted) {
		try {
			KeyStore keyStore = KeyStore.getInstance("PKCS12");
			keyStore.load(null, null);
			keyStore.setKeyEntry("server", this.key, PASSWORD, new X509Certificate[] { this.certificate });
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(keyStore, PASSWORD);
			KeyStore trustStore = KeyStore.getInstance("PKCS12");
			trustStore.load(null, null);
			for (TestCertificate authority : trusted) {
				trustStore.setCertificateEntry("ca" + trustStore.size(), authority.certificate());
			}
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trustStore);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), (trusted.length > 0) ? trust.getTrustManagers() : null, null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.certificate.getSubjectX500Principal() + ((this.issuer != null) ? " of " + this.issuer : "");
	}

}
