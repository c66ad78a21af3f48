package io.github.jsonrpcspring.service;

import org.jspecify.annotations.Nullable;

/**
 * What a method gives back.
 */
@FunctionalInterface
interface ServiceResult {

	@Nullable Object retrieve(ServiceCall call);

}
