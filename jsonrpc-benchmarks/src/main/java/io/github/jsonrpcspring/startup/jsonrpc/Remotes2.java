package io.github.jsonrpcspring.startup.jsonrpc;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;

/**
 * Ten of the interfaces.
 */
final class Remotes2 {

	private Remotes2() {
	}

	@JsonRpcClient("c11")
	interface Remote11 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c12")
	interface Remote12 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c13")
	interface Remote13 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c14")
	interface Remote14 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c15")
	interface Remote15 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c16")
	interface Remote16 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c17")
	interface Remote17 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c18")
	interface Remote18 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c19")
	interface Remote19 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c20")
	interface Remote20 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

}
