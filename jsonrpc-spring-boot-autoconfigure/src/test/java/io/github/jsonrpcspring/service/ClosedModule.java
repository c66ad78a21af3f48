package io.github.jsonrpcspring.service;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import javax.tools.ToolProvider;

import io.github.jsonrpcspring.testsupport.StubTransport;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module whose package is closed to reflection.
 */
final class ClosedModule {

	private static final String NAME = "com.example.closed";

	private ClosedModule() {
	}

	/**
	 * Compile and load the module, and make its interface a client.
	 */
	static void createClient() throws IOException, ClassNotFoundException {
		Path directory = Files.createTempDirectory("module");
		try {
			compile(directory, "module " + NAME + " { exports com.example; }", """
					package com.example;
					interface Closed {
						default int twice(int number) {
							return 2 * number;
						}
					}
					""");
			ModuleLayer boot = ModuleLayer.boot();
			Configuration configuration = boot.configuration()
				.resolve(ModuleFinder.of(directory), ModuleFinder.of(), Set.of(NAME));
			ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClosedModule.class.getClassLoader());
			Clients.create(StubTransport.silent(), layer.findLoader(NAME).loadClass("com.example.Closed"));
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private static void compile(Path directory, String module, String type) throws IOException {
		List<String> files = List.of(Files.writeString(directory.resolve("module-info.java"), module).toString(),
				Files.writeString(directory.resolve("Closed.java"), type).toString());
		int result = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-d", directory.toString(), files.get(0), files.get(1));
		assertThat(result).isZero();
	}

}
