package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.testsupport.application.Application;
import io.github.jsonrpcspring.testsupport.application.Calculator;
import io.github.jsonrpcspring.testsupport.application.FileCounter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * A client that a test replaces by a mock.
 */
@SpringBootTest(classes = { Application.class, FileCounter.class },
		properties = "jsonrpc.clients.calculator.url=http://calculator.example.com/")
@ImportAutoConfiguration({ JsonRpcClientAutoConfiguration.class, JsonRpcServiceAutoConfiguration.class,
		ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class })
class MockedClientTests {

	@MockitoBean
	private Calculator calculator;

	@Autowired
	private ApplicationContext context;

	@Test
	void theMockIsTheOnlyBeanOfTheType() {
		given(this.calculator.add(2, 3)).willReturn(42);
		assertThat(this.context.getBeansOfType(Calculator.class)).containsOnlyKeys(Calculator.class.getName());
		assertThat(this.context.getBean(Calculator.class).add(2, 3)).isEqualTo(42);
	}

}
