package io.github.jsonrpcspring.fuzz;

import java.util.List;
import java.util.Random;

import io.github.jsonrpcspring.protocol.JsonRpcVersion;

/**
 * Random answers to calls, most of whose results are arrays.
 */
final class RandomStreams extends RandomResponses {

	RandomStreams(Random random, JsonRpcVersion version, List<String> ids) {
		super(random, version, ids);
	}

	@Override
	String result() {
		return once(12) ? super.result() : array();
	}

	private String array() {
		boolean same = !once(3);
		String element = value(2);
		StringBuilder json = new StringBuilder("[").append(blanks());
		int size = once(60) ? 2000 : this.random.nextInt(6);
		for (int i = 0; i < size; i++) {
			json.append((i == 0) ? "" : once(100) ? of("", ",,", ";", " ") : ",");
			json.append(blanks()).append((same || size > 6) ? element : value(2)).append(blanks());
		}
		return json.append(once(100) ? of(",]", "", "}", "]]") : "]").toString();
	}

}
