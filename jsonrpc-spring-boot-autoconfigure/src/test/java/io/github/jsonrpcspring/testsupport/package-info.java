/**
 * What the tests of several packages share.
 */
@NullMarked
package io.github.jsonrpcspring.testsupport;

import org.jspecify.annotations.NullMarked;
