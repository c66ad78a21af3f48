package io.github.jsonrpcspring.sample.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A result.
 *
 * @param name its name
 * @param birthYear the year it was born in
 * @since 0.1.0
 */
public record Cat(String name, @JsonProperty("birth_year") int birthYear) {
}
