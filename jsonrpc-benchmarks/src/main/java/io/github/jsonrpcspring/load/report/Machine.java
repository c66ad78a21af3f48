package io.github.jsonrpcspring.load.report;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.arteam.simplejsonrpc.client.JsonRpcClient;
import com.googlecode.jsonrpc4j.JsonRpcHttpClient;
import io.netty.handler.codec.http.HttpClientCodec;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.classic.HttpClient;
import org.web3j.protocol.http.HttpService;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.web.client.RestClient;

/**
 * Where it was measured, and with which versions.
 *
 * @param cores how many processors there were
 * @param jdk the version of the JDK
 * @param system the operating system
 * @param libraries the libraries with their versions
 * @since 0.1.0
 */
public record Machine(int cores, String jdk, String system, List<String> libraries) {

	/**
	 * Describe this one.
	 * @return the machine
	 */
	public static Machine current() {
		return new Machine(Runtime.getRuntime().availableProcessors(), Runtime.version().toString(),
				System.getProperty("os.name") + " " + System.getProperty("os.arch"),
				Stream
					.of(SpringApplication.class, RestClient.class, reactor.netty.http.client.HttpClient.class,
							HttpClientCodec.class, HttpClient.class, OkHttpClient.class, JsonMapper.class,
							ObjectMapper.class, JsonRpcHttpClient.class, HttpService.class, JsonRpcClient.class)
					.map(Machine::library)
					.toList());
	}

	/**
	 * Return the name of the jar of a class, which has the version in it.
	 */
	private static String library(Class<?> type) {
		String location = type.getProtectionDomain().getCodeSource().getLocation().getPath();
		String name = location.substring(location.lastIndexOf('/') + 1).replace(".jar", "");
		return (type == HttpService.class) ? "web3j-" + name : name;
	}

}
