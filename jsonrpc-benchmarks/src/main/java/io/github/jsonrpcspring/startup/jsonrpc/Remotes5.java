package io.github.jsonrpcspring.startup.jsonrpc;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;

/**
 * Ten of the interfaces.
 */
final class Remotes5 {

	private Remotes5() {
	}

	@JsonRpcClient("c01")
	interface Remote41 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c02")
	interface Remote42 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c03")
	interface Remote43 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c04")
	interface Remote44 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c05")
	interface Remote45 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c06")
	interface Remote46 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c07")
	interface Remote47 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c08")
	interface Remote48 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c09")
	interface Remote49 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

	@JsonRpcClient("c10")
	interface Remote50 {

		Entry get(long id);

		@JsonRpcMethod("entry.find")
		List<Entry> find(String name, Optional<Integer> limit);

		void put(Entry entry);

	}

}
