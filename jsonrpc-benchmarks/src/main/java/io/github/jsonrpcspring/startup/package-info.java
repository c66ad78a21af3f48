/**
 * How long an application takes to start with many clients, and without them.
 */
@NullMarked
package io.github.jsonrpcspring.startup;

import org.jspecify.annotations.NullMarked;
