/**
 * An application with client interfaces.
 */
@NullMarked
package io.github.jsonrpcspring.testsupport.application;

import org.jspecify.annotations.NullMarked;
