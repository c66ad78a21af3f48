package io.github.jsonrpcspring.integration.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fresh key with a certificate for 127.0.0.1, which clients trust by the same file.
 *
 * @param file the PKCS12 file
 */
public record KeyStore(Path file) {

	/** Opens the file. */
	public static final String PASSWORD = "changeit";

	static KeyStore create(Path file) throws IOException {
		Files.deleteIfExists(file);
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
				PASSWORD, "-alias", "server", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try {
			String output = new String(process.getInputStream().readAllBytes(),
					System.getProperty("native.encoding", "UTF-8"));
			if (process.waitFor() != 0) {
				throw new IOException("keytool made no key: " + output);
			}
			return new KeyStore(file);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while a key was made", ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
