/**
 * What the measurements say, as text, data and picture.
 */
@NullMarked
package io.github.jsonrpcspring.load.report;

import org.jspecify.annotations.NullMarked;
