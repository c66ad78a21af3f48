package io.github.jsonrpcspring.sample.tour;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcTemplate;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Walks through all parts. The exit code is 0 if every step had the expected outcome,
 * whichever server it went to.
 */
@Component
class Tour implements ApplicationRunner, ExitCodeGenerator {

	private final Map<String, JsonRpcTemplate> templates;

	private final List<TourPart> parts;

	private final TourLog log = new TourLog();

	private int exitCode = 1;

	Tour(Map<String, JsonRpcTemplate> templates, List<TourPart> parts) {
		this.templates = templates;
		this.parts = parts;
	}

	@Override
	public void run(ApplicationArguments args) {
		this.log.welcome(this.templates);
		Tally tally = walk();
		this.log.summary(tally);
		this.exitCode = tally.isAllOk() ? 0 : 1;
	}

	private Tally walk() {
		Tally tally = new Tally(this.parts.stream().mapToInt((part) -> part.steps().size()).sum());
		int number = 0;
		for (TourPart part : this.parts) {
			this.log.part(part);
			for (Step step : part.steps()) {
				number++;
				this.log.step(number, step);
				StepResult result = step.take();
				this.log.result(step, result);
				tally.add(result);
				if (number == 1 && result.isUnreachable()) {
					this.log.unreachable();
					return tally;
				}
			}
		}
		return tally;
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
