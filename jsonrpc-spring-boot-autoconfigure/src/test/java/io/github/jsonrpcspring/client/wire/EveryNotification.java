package io.github.jsonrpcspring.client.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of each {@link NotificationStyle} at each level of validation.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest(name = "{displayName} [{1}, {0}]")
@MethodSource("io.github.jsonrpcspring.client.wire.Styles#notificationsAndLevels")
@interface EveryNotification {

}
