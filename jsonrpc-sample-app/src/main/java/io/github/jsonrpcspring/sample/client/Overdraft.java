package io.github.jsonrpcspring.sample.client;

/**
 * The data of an error.
 *
 * @param amount what was to be withdrawn
 * @param balance what was there
 * @since 0.1.0
 */
public record Overdraft(int amount, int balance) {
}
