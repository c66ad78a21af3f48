package io.github.jsonrpcspring.startup.jsonrpc;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;

/**
 * Ten of the interfaces.
 */
final class Remotes1 {

	private Remotes1() {
	}

	@JsonRpcClient("c01")
	interface Remote01 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c02")
	interface Remote02 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c03")
	interface Remote03 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c04")
	interface Remote04 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c05")
	interface Remote05 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c06")
	interface Remote06 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c07")
	interface Remote07 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c08")
	interface Remote08 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c09")
	interface Remote09 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c10")
	interface Remote10 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

}
