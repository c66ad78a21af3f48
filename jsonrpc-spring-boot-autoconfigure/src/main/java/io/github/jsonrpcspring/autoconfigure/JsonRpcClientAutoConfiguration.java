package io.github.jsonrpcspring.autoconfigure;

import io.github.jsonrpcspring.client.JsonRpcClientInterceptor;
import io.github.jsonrpcspring.client.JsonRpcExceptionTranslator;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.client.JsonRpcTemplateCustomizer;
import io.github.jsonrpcspring.client.observation.JsonRpcClientObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for JSON-RPC clients: each
 * {@code jsonrpc.clients.<name>} becomes two beans, {@code <name>JsonRpcTemplate} and
 * {@code <name>ReactiveJsonRpcTemplate}, both with the qualifier {@code <name>}. An
 * application's own bean of such a name is left alone. If that is the first one, the
 * second one is its twin, or missing if the first one is not declared as a
 * {@link JsonRpcTemplate}.
 * <p>
 * Clients use a copy of the application's {@link WebClient.Builder}, and connectors of
 * their own from its {@link ClientHttpConnectorBuilder}; or of its
 * {@link RestClient.Builder} and {@link ClientHttpRequestFactoryBuilder}, which a client
 * can choose and which is the only choice without WebFlux. A client on a
 * {@code RestClient} has no reactive template. The JDK's HTTP client speaks HTTP/1.1,
 * even if a customizer chose another version: many servers fail on the upgrade that it
 * offers. A builder that is not a {@link JdkClientHttpConnectorBuilder} itself, but calls
 * one, is taken as it is.
 * <p>
 * All properties are checked at start, whether beans are lazy or not. Nothing connects to
 * a server before the first call.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = { "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration",
		"org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
		"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration" })
@ConditionalOnClass(HttpClientSettings.class)
@Conditional(OnJsonRpcEnabledCondition.class)
@Import({ JsonRpcTemplateRegistrar.class, OAuth2AuthenticationConfiguration.class })
@ImportRuntimeHints(JsonRpcPropertiesRuntimeHints.class)
public final class JsonRpcClientAutoConfiguration {

	static final String TEMPLATE_FACTORY = "jsonRpcTemplateFactory";

	@Bean
	WatchedSslBundles jsonRpcWatchedSslBundles(ObjectProvider<SslBundles> sslBundles) {
		return new WatchedSslBundles(sslBundles.getIfAvailable());
	}

	@Bean
	Transports jsonRpcTransports(ObjectProvider<HttpTransports> kinds) {
		return new Transports(kinds);
	}

	@Bean
	@Lazy(false)
	ClientConfigurations jsonRpcClientConfigurations(Environment environment, RegisteredClients registeredClients,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<HttpClientSettings> httpClientSettings,
			ObjectProvider<OAuth2Authentications> oauth2, Transports transports, WatchedSslBundles watchedSslBundles,
			ListableBeanFactory beanFactory) {
		HttpSettingsMapper httpSettings = new HttpSettingsMapper(sslBundles.getIfAvailable(),
				httpClientSettings.getIfAvailable(HttpClientSettings::defaults));
		Authentications authentications = new Authentications(new AuthenticationBeans(beanFactory),
				oauth2::getIfAvailable);
		ClientConfigurations configurations = new ClientConfigurations(environment, registeredClients, transports,
				httpSettings, new IdGenerators(beanFactory), authentications);
		configurations.sslBundles().forEach(watchedSslBundles::watch);
		return configurations;
	}

	@Bean
	@Lazy(false)
	UnusedAuthenticationBeans jsonRpcUnusedAuthenticationBeans(ConfigurableListableBeanFactory beanFactory,
			ClientConfigurations configurations) {
		return new UnusedAuthenticationBeans(beanFactory, configurations.names());
	}

	@Bean(TEMPLATE_FACTORY)
	JsonRpcTemplateFactory jsonRpcTemplateFactory(ClientConfigurations configurations, Transports transports,
			ObjectProvider<JsonMapper> jsonMapper, ObjectProvider<JsonRpcClientInterceptor> interceptors,
			ObjectProvider<JsonRpcExceptionTranslator> exceptionTranslators,
			ObjectProvider<JsonRpcTemplateCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<JsonRpcClientObservationConvention> observationConvention) {
		return new JsonRpcTemplateFactory(configurations, transports, jsonMapper, interceptors, exceptionTranslators,
				customizers, observationRegistry, observationConvention);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebClient.class)
	static class WebClientConfiguration {

		@Bean
		Connectors jsonRpcConnectors(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
				ResourceLoader resourceLoader, WatchedSslBundles sslBundles) {
			return new Connectors(
					() -> builder
						.getIfAvailable(() -> ClientHttpConnectorBuilder.detect(resourceLoader.getClassLoader())),
					sslBundles);
		}

		@Bean
		WebClientTransports jsonRpcWebClientTransports(Connectors connectors,
				ObjectProvider<WebClient.Builder> builders, ObjectProvider<ObservationRegistry> observationRegistry) {
			return new WebClientTransports(connectors, builders, observationRegistry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RestClientConfiguration {

		@Bean
		RequestFactories jsonRpcRequestFactories(ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder,
				ResourceLoader resourceLoader, WatchedSslBundles sslBundles) {
			return new RequestFactories(
					() -> builder
						.getIfAvailable(() -> ClientHttpRequestFactoryBuilder.detect(resourceLoader.getClassLoader())),
					sslBundles);
		}

		@Bean
		RestClientTransports jsonRpcRestClientTransports(RequestFactories requestFactories,
				ObjectProvider<RestClient.Builder> builders, ObjectProvider<ObservationRegistry> observationRegistry) {
			return new RestClientTransports(requestFactories, builders, observationRegistry);
		}

	}

}
