/**
 * Random and nearly valid messages against a second, plain reading of the specifications.
 * The types whose names begin with {@code Plain} share no code with the product.
 */
package io.github.jsonrpcspring.fuzz;
