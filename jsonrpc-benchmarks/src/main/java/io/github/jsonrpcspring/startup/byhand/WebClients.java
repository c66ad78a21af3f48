package io.github.jsonrpcspring.startup.byhand;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A web client for each server.
 */
@Configuration(proxyBeanMethods = false)
class WebClients {

	@Bean
	WebClient c01(WebClient.Builder builder, @Value("${servers.c01.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c02(WebClient.Builder builder, @Value("${servers.c02.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c03(WebClient.Builder builder, @Value("${servers.c03.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c04(WebClient.Builder builder, @Value("${servers.c04.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c05(WebClient.Builder builder, @Value("${servers.c05.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c06(WebClient.Builder builder, @Value("${servers.c06.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c07(WebClient.Builder builder, @Value("${servers.c07.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c08(WebClient.Builder builder, @Value("${servers.c08.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c09(WebClient.Builder builder, @Value("${servers.c09.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c10(WebClient.Builder builder, @Value("${servers.c10.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c11(WebClient.Builder builder, @Value("${servers.c11.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c12(WebClient.Builder builder, @Value("${servers.c12.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c13(WebClient.Builder builder, @Value("${servers.c13.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c14(WebClient.Builder builder, @Value("${servers.c14.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c15(WebClient.Builder builder, @Value("${servers.c15.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c16(WebClient.Builder builder, @Value("${servers.c16.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c17(WebClient.Builder builder, @Value("${servers.c17.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c18(WebClient.Builder builder, @Value("${servers.c18.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c19(WebClient.Builder builder, @Value("${servers.c19.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

	@Bean
	WebClient c20(WebClient.Builder builder, @Value("${servers.c20.url}") String url) {
		return builder.clone().baseUrl(url).build();
	}

}
