package io.github.jsonrpcspring.startup.http;

import java.util.List;
import java.util.Optional;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Ten of the interfaces.
 */
final class Remotes3 {

	private Remotes3() {
	}

	interface Remote21 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote22 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote23 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote24 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote25 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote26 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote27 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote28 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote29 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote30 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

}
