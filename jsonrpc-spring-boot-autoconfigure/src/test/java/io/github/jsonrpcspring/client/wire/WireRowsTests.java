package io.github.jsonrpcspring.client.wire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of the catalogue of cases has a test that bears its number.
 */
class WireRowsTests {

	private static final int ROWS = 77;

	private static final Pattern ROW = Pattern.compile("^row(\\d+)[A-Z]");

	@Test
	void everyRowHasATest() throws IOException {
		Resource[] classes = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:" + ClassUtils.classPackageAsResourcePath(getClass()) + "/*Tests.class");
		Stream<Integer> methods = Arrays.stream(classes)
			.map((resource) -> resource.getFilename().replace(".class", ""))
			.map((name) -> ClassUtils.resolveClassName(getClass().getPackageName() + "." + name, null))
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.map(Method::getName)
			.map(ROW::matcher)
			.filter(Matcher::find)
			.map((matcher) -> Integer.valueOf(matcher.group(1)));
		Stream<Integer> cases = WireCaseTests.runs().map((run) -> run.wireCase().row());
		Set<Integer> rows = Stream.concat(methods, cases).collect(Collectors.toCollection(TreeSet::new));
		assertThat(rows).containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).boxed().toList());
	}

}
