package io.github.jsonrpcspring.integration.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No server outlives the tests.
 */
class ServerProcessIT {

	@TempDir
	Path directory;

	@Test
	void serversEndWhenTheirParentIsKilled() throws Exception {
		Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), StartedServers.class.getName(), this.directory.toString())
			.redirectErrorStream(true)
			.start();
		List<ProcessHandle> servers;
		try (BufferedReader output = parent.inputReader()) {
			assertThat(output.lines().takeWhile((line) -> !line.equals("started")))
				.anyMatch((line) -> line.contains("/rpc"));
			servers = parent.descendants().toList();
		}
		finally {
			parent.destroyForcibly();
		}
		assertThat(servers).isNotEmpty();
		try {
			for (ProcessHandle server : servers) {
				assertThat(server.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
			}
		}
		finally {
			servers.forEach(ProcessHandle::destroyForcibly);
		}
	}

	@Test
	void serversEndWhenTheyAreClosed() throws Exception {
		List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
		List<ProcessHandle> started;
		try (RealServers servers = new RealServers(this.directory)) {
			assertThat(servers.url(RealServer.JSONRPC4J)).hasPath("/rpc");
			started = ProcessHandle.current().descendants().filter((process) -> !before.contains(process)).toList();
			assertThat(started).hasSize(1);
		}
		assertThat(started).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void serverThatDoesNotListenIsEndedWithItsChildren() throws Exception {
		Path pid = this.directory.resolve("pid");
		String script = "sleep 1000 > /dev/null 2>&1 & echo $! > " + pid + "; echo no port; exec > /dev/null 2>&1; cat";
		assertThatExceptionOfType(IOException.class).isThrownBy(
				() -> ServerProcess.start(List.of("sh", "-c", script), this.directory, this.directory.resolve("log")))
			.withMessageContaining("no port");
		long child = Long.parseLong(Files.readString(pid).trim());
		assertThat(ProcessHandle.of(child)
			.stream()
			.map((process) -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join()))
			.noneMatch(ProcessHandle::isAlive);
	}

}
