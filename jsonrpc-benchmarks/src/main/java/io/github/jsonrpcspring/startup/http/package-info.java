/**
 * The same application with 50 of Spring's HTTP interfaces in 20 groups.
 */
@NullMarked
package io.github.jsonrpcspring.startup.http;

import org.jspecify.annotations.NullMarked;
