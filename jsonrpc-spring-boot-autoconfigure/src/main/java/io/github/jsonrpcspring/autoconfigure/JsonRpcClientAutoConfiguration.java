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
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
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
 * their own from its {@link ClientHttpConnectorBuilder}. The JDK's HTTP client then
 * speaks HTTP/1.1, even if a customizer chose another version: many servers fail on the
 * upgrade that it offers. A builder that is not a {@link JdkClientHttpConnectorBuilder}
 * itself, but calls one, is taken as it is.
 * <p>
 * All properties are checked at start, whether beans are lazy or not. Nothing connects to
 * a server before the first call.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = { "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration",
		"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration" })
@ConditionalOnClass({ WebClient.class, ClientHttpConnectorBuilder.class })
@Conditional(OnJsonRpcEnabledCondition.class)
@Import({ JsonRpcTemplateRegistrar.class, OAuth2AuthenticationConfiguration.class })
@ImportRuntimeHints(JsonRpcPropertiesRuntimeHints.class)
public final class JsonRpcClientAutoConfiguration {

	static final String TEMPLATE_FACTORY = "jsonRpcTemplateFactory";

	@Bean
	Connectors jsonRpcConnectors(ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ResourceLoader resourceLoader) {
		return new Connectors(
				builder.getIfAvailable(() -> ClientHttpConnectorBuilder.detect(resourceLoader.getClassLoader())));
	}

	@Bean
	@Lazy(false)
	ClientConfigurations jsonRpcClientConfigurations(Environment environment, RegisteredClients registeredClients,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<HttpClientSettings> httpClientSettings,
			ObjectProvider<OAuth2Authentications> oauth2, Connectors connectors, ListableBeanFactory beanFactory) {
		HttpSettingsMapper httpSettings = new HttpSettingsMapper(sslBundles.getIfAvailable(),
				httpClientSettings.getIfAvailable(HttpClientSettings::defaults), connectors.canHandleCookies());
		Authentications authentications = new Authentications(new AuthenticationBeans(beanFactory),
				oauth2::getIfAvailable);
		return new ClientConfigurations(environment, registeredClients, httpSettings, new IdGenerators(beanFactory),
				authentications);
	}

	@Bean
	@Lazy(false)
	UnusedAuthenticationBeans jsonRpcUnusedAuthenticationBeans(ConfigurableListableBeanFactory beanFactory,
			ClientConfigurations configurations) {
		return new UnusedAuthenticationBeans(beanFactory, configurations.names());
	}

	@Bean(TEMPLATE_FACTORY)
	JsonRpcTemplateFactory jsonRpcTemplateFactory(ClientConfigurations configurations, Connectors connectors,
			ObjectProvider<WebClient.Builder> webClientBuilders, ObjectProvider<JsonMapper> jsonMapper,
			ObjectProvider<JsonRpcClientInterceptor> interceptors,
			ObjectProvider<JsonRpcExceptionTranslator> exceptionTranslators,
			ObjectProvider<JsonRpcTemplateCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<JsonRpcClientObservationConvention> observationConvention) {
		return new JsonRpcTemplateFactory(configurations, connectors, webClientBuilders, jsonMapper, interceptors,
				exceptionTranslators, customizers, observationRegistry, observationConvention);
	}

}
