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
final class Remotes4 {

	private Remotes4() {
	}

	interface Remote31 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote32 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote33 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote34 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote35 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote36 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote37 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote38 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote39 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote40 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

}
