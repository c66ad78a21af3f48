package io.github.jsonrpcspring.autoconfigure;

import java.util.Set;

/**
 * The clients whose templates come from properties. The other ones have a template of the
 * application's own.
 *
 * @param names the names of the clients
 */
record RegisteredClients(Set<String> names) {

}
