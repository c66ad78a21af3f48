package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;

/**
 * The headers that a file with credentials stands for, read again when the file changes.
 * While it is missing or unusable, its last content counts.
 */
final class CredentialsFile {

	private static final Logger logger = LoggerFactory.getLogger(CredentialsFile.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration REREAD_PAUSE = Duration.ofMillis(100);

	private static final int LARGEST = 64 * 1024;

	private final String property;

	private final Path path;

	private final CredentialsFormat format;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock = new ReentrantLock();

	private Version version;

	private long lastReread;

	private boolean warned;

	private volatile HttpHeaders headers;

	private volatile long lastCheck;

	/**
	 * Read a file for the first time.
	 * @param property the property that names the file
	 * @param nanoTime the clock
	 * @throws UnusableFileException if it cannot be used
	 */
	CredentialsFile(String property, Path path, CredentialsFormat format, LongSupplier nanoTime)
			throws UnusableFileException {
		this.property = property;
		this.path = path;
		this.format = format;
		this.nanoTime = nanoTime;
		this.lastCheck = nanoTime.getAsLong();
		this.lastReread = this.lastCheck - REREAD_PAUSE.toNanos();
		this.version = Version.of(path);
		this.headers = read();
	}

	/**
	 * Return the headers as of the last reading.
	 */
	HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Whether it is time to look for a change.
	 */
	boolean isDue() {
		return this.nanoTime.getAsLong() - this.lastCheck >= PAUSE.toNanos();
	}

	/**
	 * Read the file if it has changed and was not looked at a moment ago. While another
	 * thread does, what it has held so far counts.
	 */
	HttpHeaders refresh() {
		if (isDue() && this.lock.tryLock()) {
			try {
				if (isDue()) {
					check(false);
				}
			}
			finally {
				this.lock.unlock();
			}
		}
		return this.headers;
	}

	/**
	 * Read the file whether it seems to have changed or not, unless that was done a
	 * moment ago.
	 */
	HttpHeaders reread() {
		try {
			this.lock.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return this.headers;
		}
		try {
			if (this.nanoTime.getAsLong() - this.lastReread >= REREAD_PAUSE.toNanos()) {
				check(true);
				this.lastReread = this.nanoTime.getAsLong();
			}
		}
		finally {
			this.lock.unlock();
		}
		return this.headers;
	}

	private void check(boolean always) {
		this.lastCheck = this.nanoTime.getAsLong();
		try {
			Version current = Version.of(this.path);
			if (always || !current.equals(this.version)) {
				this.headers = read();
				this.version = current;
			}
			this.warned = false;
		}
		catch (UnusableFileException ex) {
			// A call that is cancelled may interrupt the reading
			if (!this.warned && !Thread.currentThread().isInterrupted()) {
				this.warned = true;
				logger.warn("The file of '{}' {}; what it held before is still used", this.property, ex.getMessage());
			}
		}
	}

	private HttpHeaders read() throws UnusableFileException {
		try (InputStream stream = Files.newInputStream(this.path)) {
			byte[] content = stream.readNBytes(LARGEST + 1);
			if (content.length > LARGEST) {
				throw new UnusableFileException("is larger than 64 KB", "Name the file with the credentials.");
			}
			String text = CredentialsFormat.decode(content);
			if (text.isBlank()) {
				throw new UnusableFileException("is empty", "Write the credentials into it before the start.");
			}
			return this.format.parse(text);
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private static UnusableFileException unreadable(IOException ex) {
		if (ex instanceof NoSuchFileException) {
			return new UnusableFileException("does not exist", "Correct the path, or create the file first.");
		}
		return new UnusableFileException("cannot be read (" + ex.getClass().getSimpleName() + ")",
				"Name a file that the application may read.");
	}

	/**
	 * Return the property only.
	 */
	@Override
	public String toString() {
		return this.property;
	}

	/**
	 * What tells one content from another without reading it.
	 *
	 * @param modified the time of the last change
	 * @param size the size in bytes
	 * @param key what identifies the file itself, {@code null} where there is no such
	 * thing
	 */
	private record Version(FileTime modified, long size, @Nullable Object key) {

		static Version of(Path path) throws UnusableFileException {
			try {
				BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
				return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
			}
			catch (IOException ex) {
				throw unreadable(ex);
			}
		}

	}

}
