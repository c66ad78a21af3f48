package io.github.jsonrpcspring.autoconfigure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.github.jsonrpcspring.client.JsonRpcAuthentication;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportRequest;
import io.github.jsonrpcspring.client.transport.JsonRpcTransportResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;

/**
 * Authenticates with what a file holds at the moment.
 */
final class FileAuthentication implements JsonRpcAuthentication {

	private static final String FILE_PREFIX = "file:";

	private final CredentialsFile file;

	FileAuthentication(CredentialsFile file) {
		this.file = file;
	}

	/**
	 * Create the authentication for a property that names a file.
	 * @throws JsonRpcConfigurationException if the file cannot be used
	 */
	static FileAuthentication of(Setting<String> setting, CredentialsFormat format) {
		String location = Secrets.resolved(setting).strip();
		if (location.isEmpty()) {
			throw setting.refuse("is blank", "Set it to the path of the file, or remove it.");
		}
		try {
			Path path = Path.of(location.startsWith(FILE_PREFIX) ? location.substring(FILE_PREFIX.length()) : location);
			return new FileAuthentication(new CredentialsFile(setting.property(), path, format, System::nanoTime));
		}
		catch (InvalidPathException ex) {
			throw setting.refuse("is no path of a file", "Set it to the path of the file.");
		}
		catch (UnusableFileException ex) {
			throw setting.refuse("names a file that " + ex.getMessage(), ex.action());
		}
	}

	@Override
	public Mono<HttpHeaders> authenticate(JsonRpcTransportRequest request) {
		return Mono.defer(() -> this.file.isDue() ? read(this.file::refresh) : Mono.just(this.file.headers()));
	}

	@Override
	public Mono<HttpHeaders> reauthenticate(JsonRpcTransportRequest request, HttpHeaders refused,
			JsonRpcTransportResponse response) {
		return read(this.file::reread);
	}

	private static Mono<HttpHeaders> read(Callable<HttpHeaders> reading) {
		return Mono.fromCallable(reading).subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public String toString() {
		return "FileAuthentication by '" + this.file + "'";
	}

}
