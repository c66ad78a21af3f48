package io.github.jsonrpcspring.autoconfigure;

import java.util.function.BiConsumer;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

/**
 * Generates the beans of a context, and compiles what was generated.
 */
final class AheadOfTime {

	private AheadOfTime() {
	}

	/**
	 * Process a context ahead of time.
	 * @param test what is given the generated initializer and the hints
	 */
	@SuppressWarnings("unchecked")
	static void process(GenericApplicationContext context,
			BiConsumer<ApplicationContextInitializer<GenericApplicationContext>, RuntimeHints> test) {
		TestGenerationContext generation = new TestGenerationContext();
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		TestCompiler.forSystem()
			.with(generation)
			.compile((compiled) -> test.accept(
					compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()),
					generation.getRuntimeHints()));
	}

}
