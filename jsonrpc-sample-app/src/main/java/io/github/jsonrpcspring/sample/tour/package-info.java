/**
 * The tour: parts made of steps, each with the outcome it has to have.
 */
@NullMarked
package io.github.jsonrpcspring.sample.tour;

import org.jspecify.annotations.NullMarked;
