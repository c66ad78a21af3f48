package io.github.jsonrpcspring.startup.jsonrpc;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;

/**
 * Ten of the interfaces.
 */
final class Remotes4 {

	private Remotes4() {
	}

	@JsonRpcClient("c11")
	interface Remote31 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c12")
	interface Remote32 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c13")
	interface Remote33 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c14")
	interface Remote34 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c15")
	interface Remote35 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c16")
	interface Remote36 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c17")
	interface Remote37 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c18")
	interface Remote38 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c19")
	interface Remote39 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c20")
	interface Remote40 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

}
