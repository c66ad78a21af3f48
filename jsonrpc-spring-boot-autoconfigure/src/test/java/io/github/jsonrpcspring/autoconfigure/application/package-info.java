/**
 * An application with client interfaces.
 */
@NullMarked
package io.github.jsonrpcspring.autoconfigure.application;

import org.jspecify.annotations.NullMarked;
