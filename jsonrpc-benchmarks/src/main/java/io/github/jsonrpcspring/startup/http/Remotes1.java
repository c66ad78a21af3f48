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
final class Remotes1 {

	private Remotes1() {
	}

	interface Remote01 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote02 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote03 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote04 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote05 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote06 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote07 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote08 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote09 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote10 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

}
