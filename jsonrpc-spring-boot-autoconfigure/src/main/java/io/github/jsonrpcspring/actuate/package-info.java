/**
 * What those who run an application see of its JSON-RPC clients: an endpoint of Spring
 * Boot Actuator, and health.
 */
@NullMarked
package io.github.jsonrpcspring.actuate;

import org.jspecify.annotations.NullMarked;
