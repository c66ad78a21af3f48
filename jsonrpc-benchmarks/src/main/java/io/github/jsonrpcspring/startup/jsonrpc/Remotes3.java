package io.github.jsonrpcspring.startup.jsonrpc;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;

/**
 * Ten of the interfaces.
 */
final class Remotes3 {

	private Remotes3() {
	}

	@JsonRpcClient("c01")
	interface Remote21 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c02")
	interface Remote22 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c03")
	interface Remote23 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c04")
	interface Remote24 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c05")
	interface Remote25 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c06")
	interface Remote26 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c07")
	interface Remote27 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c08")
	interface Remote28 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c09")
	interface Remote29 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c10")
	interface Remote30 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

}
