package io.github.jsonrpcspring.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for when a file with credentials is read again.
 */
@ExtendWith(OutputCaptureExtension.class)
class CredentialsFileTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND);

	private static final long PAUSE = Duration.ofMillis(100).toNanos();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private long modified = 1_000_000;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void tokenIsThatOfTheFile() throws Exception {
		assertThat(token(tokenFile("  abc.def\r\n"))).isEqualTo("Bearer abc.def");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r\n" })
	void userAndPasswordAreThoseOfTheFile(String end) throws Exception {
		write("us er:pä:ss " + end);
		CredentialsFile file = new CredentialsFile("key", path(), CredentialsFormat.USER_AND_PASSWORD, this.clock::get);
		assertThat(authorization(file.headers())).isEqualTo("Basic dXMgZXI6cMOkOnNzIA==");
	}

	@Test
	void changeIsSeenASecondLater() throws Exception {
		CredentialsFile file = tokenFile("old");
		write("new");
		pass(SECOND - 1);
		assertThat(token(file)).isEqualTo("Bearer old");
		pass(1);
		assertThat(token(file)).isEqualTo("Bearer new");
	}

	@Test
	void changeOfTheSizeAloneIsSeen() throws Exception {
		CredentialsFile file = tokenFile("old");
		this.modified--;
		write("longer");
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer longer");
	}

	@Test
	void whatSeemsUnchangedIsReadAfterARefusalOnly() throws Exception {
		CredentialsFile file = tokenFile("old");
		this.modified--;
		write("new");
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer old");
		assertThat(fresh(file)).isEqualTo("Bearer new");
		assertThat(token(file)).isEqualTo("Bearer new");
	}

	@Test
	void refusalsOfAMomentReadItOnce() throws Exception {
		CredentialsFile file = tokenFile("old");
		assertThat(fresh(file)).isEqualTo("Bearer old");
		this.modified--;
		write("new");
		pass(PAUSE - 1);
		assertThat(fresh(file)).isEqualTo("Bearer old");
		pass(1);
		assertThat(fresh(file)).isEqualTo("Bearer new");
	}

	@Test
	void whileOneLooksTheOthersUseWhatThereIs() throws Exception {
		HangingClock hanging = new HangingClock();
		write("old");
		CredentialsFile file = new CredentialsFile("key", path(), CredentialsFormat.TOKEN, hanging);
		write("new");
		pass(SECOND);
		try {
			Future<HttpHeaders> looking = this.executor.submit(() -> hanging.run(file::refresh));
			hanging.await();
			assertThat(authorization(this.executor.submit(file::refresh).get(30, TimeUnit.SECONDS)))
				.isEqualTo("Bearer old");
			Future<HttpHeaders> reading = this.executor.submit(file::reread);
			hanging.release();
			assertThat(authorization(looking.get(30, TimeUnit.SECONDS))).isEqualTo("Bearer new");
			assertThat(authorization(reading.get(30, TimeUnit.SECONDS))).isEqualTo("Bearer new");
		}
		finally {
			hanging.release();
		}
	}

	@Test
	void whoeverIsInterruptedDoesNotWaitForTheReading() throws Exception {
		HangingClock hanging = new HangingClock();
		write("old");
		CredentialsFile file = new CredentialsFile("key", path(), CredentialsFormat.TOKEN, hanging);
		pass(SECOND);
		try {
			Future<HttpHeaders> looking = this.executor.submit(() -> hanging.run(file::refresh));
			hanging.await();
			assertThat(looking).isNotDone();
			assertThat(this.executor.submit(() -> {
				Thread.currentThread().interrupt();
				return authorization(file.reread()) + Thread.interrupted();
			}).get(30, TimeUnit.SECONDS)).isEqualTo("Bearer oldtrue");
		}
		finally {
			hanging.release();
		}
	}

	@Test
	void linkThatPointsToAFileOfTheSameSizeAndTimeIsSeen() throws Exception {
		Path one = Files.writeString(this.directory.resolve("one"), "one");
		Path two = Files.writeString(this.directory.resolve("two"), "two");
		Files.setLastModifiedTime(one, FileTime.fromMillis(0));
		Files.setLastModifiedTime(two, FileTime.fromMillis(0));
		Files.createSymbolicLink(path(), one);
		CredentialsFile file = new CredentialsFile("key", path(), CredentialsFormat.TOKEN, this.clock::get);
		Files.delete(path());
		Files.createSymbolicLink(path(), two);
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer two");
	}

	@Test
	void linkThatPointsElsewhereIsSeen() throws Exception {
		Path first = Files.createDirectory(this.directory.resolve("first"));
		Path second = Files.createDirectory(this.directory.resolve("second"));
		Files.writeString(first.resolve("token"), "one");
		Files.writeString(second.resolve("token"), "other");
		Path data = Files.createSymbolicLink(this.directory.resolve("data"), first);
		Files.createSymbolicLink(path(), data.resolve("token"));
		CredentialsFile file = new CredentialsFile("key", path(), CredentialsFormat.TOKEN, this.clock::get);
		assertThat(token(file)).isEqualTo("Bearer one");
		Files.delete(data);
		Files.createSymbolicLink(data, second);
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer other");
	}

	@Test
	void fileThatVanishesCountsUntilThereIsANewOne(CapturedOutput output) throws Exception {
		CredentialsFile file = tokenFile("s3cr3t-old");
		Files.delete(path());
		for (int i = 0; i < 3; i++) {
			pass(SECOND);
			assertThat(token(file)).isEqualTo("Bearer s3cr3t-old");
		}
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "WARN")).isEqualTo(1);
		assertThat(output).contains("The file of 'key' does not exist; what it held before is still used")
			.doesNotContain("s3cr3t", this.directory.toString());
		write("new");
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer new");
		Files.delete(path());
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer new");
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "WARN")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "s3cr3t s3cr3t", "s3cr3t\ns3cr3t", "s3cr3t-ä" })
	void contentThatIsNoneDoesNotCount(String content, CapturedOutput output) throws Exception {
		CredentialsFile file = tokenFile("old");
		write(content);
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer old");
		assertThat(output).contains("The file of 'key'").doesNotContain("s3cr3t");
		write("new");
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Bearer new");
	}

	@ParameterizedTest
	@EnumSource
	void byteOrderMarkDoesNotCount(CredentialsFormat format) throws Exception {
		String content = (format == CredentialsFormat.TOKEN) ? "abc" : "a:b";
		write(content);
		HttpHeaders plain = new CredentialsFile("key", path(), format, this.clock::get).headers();
		write("\ufeff" + content);
		assertThat(new CredentialsFile("key", path(), format, this.clock::get).headers()).isEqualTo(plain);
	}

	@Test
	void textInAnotherEncodingIsRefused(CapturedOutput output) throws Exception {
		write("us er:pass");
		CredentialsFile file = new CredentialsFile("key", path(), CredentialsFormat.USER_AND_PASSWORD, this.clock::get);
		Files.write(path(), "us er:s3cr3t-\u00e4".getBytes(StandardCharsets.ISO_8859_1));
		pass(SECOND);
		assertThat(token(file)).isEqualTo("Basic dXMgZXI6cGFzcw==");
		assertThat(output).contains("The file of 'key' is not encoded in UTF-8").doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { ":", ":\n", "\ufeff:" })
	void colonAloneIsRefused(String content) throws Exception {
		write(content);
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> new CredentialsFile("key", path(), CredentialsFormat.USER_AND_PASSWORD, this.clock::get))
			.withMessage("has neither a user name nor a password");
	}

	@Test
	void largeFileIsNotRead() {
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> tokenFile("x".repeat(65537)))
			.withMessage("is larger than 64 KB");
	}

	@Test
	void valuesAreNotShown() throws Exception {
		CredentialsFile file = tokenFile("s3cr3t");
		assertThat(file).hasToString("key");
		assertThat(new FileAuthentication(file)).hasToString("FileAuthentication by 'key'");
	}

	private CredentialsFile tokenFile(String content) throws IOException, UnusableFileException {
		write(content);
		return new CredentialsFile("key", path(), CredentialsFormat.TOKEN, this.clock::get);
	}

	private void write(String content) throws IOException {
		Files.writeString(path(), content);
		Files.setLastModifiedTime(path(), FileTime.fromMillis(this.modified++));
	}

	private Path path() {
		return this.directory.resolve("credentials");
	}

	private void pass(long nanos) {
		this.clock.addAndGet(nanos);
	}

	private static String token(CredentialsFile file) {
		return authorization(new FileAuthentication(file).authenticate(request()).block());
	}

	private static String fresh(CredentialsFile file) {
		JsonRpcTransportResponse refusal = new JsonRpcTransportResponse(HttpStatus.UNAUTHORIZED, HttpHeaders.EMPTY,
				new byte[0]);
		return authorization(
				new FileAuthentication(file).reauthenticate(request(), new HttpHeaders(), refusal).block());
	}

	private static String authorization(HttpHeaders headers) {
		return String.valueOf(headers.getFirst(HttpHeaders.AUTHORIZATION));
	}

	/**
	 * The clock, at which one thread stays on its second look, with the file locked.
	 */
	private final class HangingClock implements LongSupplier {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		private final AtomicInteger looks = new AtomicInteger();

		private volatile @Nullable Thread thread;

		<T> T run(Callable<T> reading) throws Exception {
			this.thread = Thread.currentThread();
			return reading.call();
		}

		void await() throws InterruptedException {
			this.entered.await();
		}

		void release() {
			this.released.countDown();
		}

		@Override
		public long getAsLong() {
			if (Thread.currentThread() == this.thread && this.looks.incrementAndGet() == 2) {
				this.entered.countDown();
				try {
					this.released.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			return CredentialsFileTests.this.clock.get();
		}

	}

	private static JsonRpcTransportRequest request() {
		return JsonRpcTransportRequest.of(new byte[0]).build();
	}

}
