package io.github.jsonrpcspring.startup.byhand;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Ten beans that all web clients are injected into.
 */
final class Users {

	private Users() {
	}

	@Component
	record User01(WebClient c01, WebClient c02) {

	}

	@Component
	record User02(WebClient c03, WebClient c04) {

	}

	@Component
	record User03(WebClient c05, WebClient c06) {

	}

	@Component
	record User04(WebClient c07, WebClient c08) {

	}

	@Component
	record User05(WebClient c09, WebClient c10) {

	}

	@Component
	record User06(WebClient c11, WebClient c12) {

	}

	@Component
	record User07(WebClient c13, WebClient c14) {

	}

	@Component
	record User08(WebClient c15, WebClient c16) {

	}

	@Component
	record User09(WebClient c17, WebClient c18) {

	}

	@Component
	record User10(WebClient c19, WebClient c20) {

	}

}
