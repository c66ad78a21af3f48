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

	/** The rows that are about batches only. */
	private static final Set<Integer> BATCH_ROWS = Set.of(36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 49, 64, 66);

	@Test
	void everyRowHasATest() throws IOException {
		Stream<Integer> methods = methods().map(WireRowsTests::row);
		Set<Integer> rows = Stream.concat(methods, cases()).collect(Collectors.toCollection(TreeSet::new));
		rows.remove(0);
		assertThat(rows).containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).boxed().toList());
	}

	@Test
	void everyRowOfASingleCallHasATestThroughAProxy() throws IOException {
		Stream<Integer> methods = methods()
			.filter((method) -> method.isAnnotationPresent(EveryCall.class)
					|| method.isAnnotationPresent(EveryNotification.class)
					|| method.getDeclaringClass() == ProxyRequestTests.class)
			.map(WireRowsTests::row);
		Set<Integer> rows = Stream.concat(methods, cases()).collect(Collectors.toCollection(TreeSet::new));
		rows.removeAll(BATCH_ROWS);
		rows.remove(0);
		assertThat(rows).containsExactlyElementsOf(
				IntStream.rangeClosed(1, ROWS).boxed().filter((row) -> !BATCH_ROWS.contains(row)).toList());
	}

	private static Stream<Integer> cases() {
		return WireCaseTests.runs().map((run) -> run.wireCase().row());
	}

	private static int row(Method method) {
		Matcher matcher = ROW.matcher(method.getName());
		return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	private Stream<Method> methods() throws IOException {
		Resource[] classes = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:" + ClassUtils.classPackageAsResourcePath(getClass()) + "/*Tests.class");
		return Arrays.stream(classes)
			.map((resource) -> resource.getFilename().replace(".class", ""))
			.map((name) -> ClassUtils.resolveClassName(getClass().getPackageName() + "." + name, null))
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()));
	}

}
