package io.github.jsonrpcspring.sample.client;

/**
 * Named parameters in an object of their own.
 *
 * @param prefix what the names begin with
 * @param limit how many cats at most
 * @since 0.1.0
 */
public record CatSearch(String prefix, int limit) {
}
