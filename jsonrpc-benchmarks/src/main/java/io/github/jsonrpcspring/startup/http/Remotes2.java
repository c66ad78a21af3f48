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
final class Remotes2 {

	private Remotes2() {
	}

	interface Remote11 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote12 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote13 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote14 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote15 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote16 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote17 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote18 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote19 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote20 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

}
