/**
 * What Micrometer sees of the calls: one observation for each call, notification and
 * batch.
 */
@NullMarked
package io.github.jsonrpcspring.client.observation;

import org.jspecify.annotations.NullMarked;
