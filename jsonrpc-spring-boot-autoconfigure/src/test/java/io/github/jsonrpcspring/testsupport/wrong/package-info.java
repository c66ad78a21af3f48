/**
 * An application whose client interface is declared wrongly.
 */
@NullMarked
package io.github.jsonrpcspring.testsupport.wrong;

import org.jspecify.annotations.NullMarked;
