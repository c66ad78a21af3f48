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
final class Remotes5 {

	private Remotes5() {
	}

	interface Remote41 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote42 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote43 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote44 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote45 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote46 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote47 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote48 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote49 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

	interface Remote50 {

		@GetExchange("/{id}")
		Entry get(@PathVariable long id);

		@GetExchange("/find")
		List<Entry> find(@RequestParam String name, @RequestParam Optional<Integer> limit);

		@PostExchange
		void put(@RequestBody Entry entry);

	}

}
