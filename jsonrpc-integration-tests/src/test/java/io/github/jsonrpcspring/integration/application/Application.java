package io.github.jsonrpcspring.integration.application;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application, all of whose clients are configured by properties.
 */
@SpringBootApplication
public class Application {

}
