package io.github.jsonrpcspring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the layout of the module: what each package may use, what is visible, and how
 * large a file may grow.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.jsonrpcspring";

	private static final int MAX_LINES = 300;

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@ParameterizedTest
	@EnumSource
	void packageUsesOnlyWhatItMay(Layer layer) {
		check(classes().that()
			.resideInAPackage(layer.packageName())
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(layer.mayUse()));
	}

	@Test
	void everyClassIsInAKnownPackage() {
		check(classes().should().resideInAnyPackage(Layer.packageNames()));
	}

	@Test
	void packagesAreFreeOfCycles() {
		check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
	}

	@Test
	void onlyAutoConfigurationAndActuatorUseSpringBoot() {
		check(noClasses().that()
			.resideOutsideOfPackages(ROOT + ".autoconfigure..", ROOT + ".actuate..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot.."));
	}

	@Test
	void onlyAutoConfigurationUsesSpringSecurity() {
		check(noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.security.."));
	}

	@Test
	void templatesAndTheirBuildersHideTheWebClient() {
		check(classes().that(areTemplatesOrTheirNestedTypes()).should(nameNoWebClientTypeInPublic()));
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		check(classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL));
	}

	@Test
	void beanMethodsArePackagePrivate() {
		check(methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate());
	}

	@Test
	void defaultImplementationsAreNotPublic() {
		check(noClasses().that()
			.haveSimpleNameStartingWith("Default")
			.and()
			.haveSimpleNameNotEndingWith("ObservationConvention")
			.should()
			.bePublic());
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
			.filteredOn((javaPackage) -> !javaPackage.isAnnotatedWith(NullMarked.class))
			.isEmpty();
	}

	@Test
	void staticFieldsAreFinal() {
		check(fields().that().areStatic().should().beFinal());
	}

	@Test
	void standardStreamsAreNotUsed() {
		check(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
	}

	@Test
	void javaUtilLoggingIsNotUsed() {
		check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
	}

	@Test
	void fieldsAreNotInjected() {
		check(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
	}

	@Test
	void sourceFilesAreSmall() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(System.getProperty("basedir", ""), "src", "main", "java"))) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(sources).isNotEmpty();
			for (Path source : sources) {
				assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(MAX_LINES);
			}
		}
	}

	@Test
	void classesAreFound() {
		assertThat(CLASSES).isNotEmpty();
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

	private static DescribedPredicate<JavaClass> areTemplatesOrTheirNestedTypes() {
		Set<String> names = Stream
			.of("JsonRpcTemplate", "ReactiveJsonRpcTemplate", "JsonRpcOperations", "ReactiveJsonRpcOperations")
			.map((name) -> ROOT + ".client." + name)
			.collect(Collectors.toSet());
		return DescribedPredicate.describe("are templates or their nested types", (type) -> names.stream()
			.anyMatch((name) -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
	}

	private static ArchCondition<JavaClass> nameNoWebClientTypeInPublic() {
		return new ArchCondition<>("name no WebClient type in a public signature") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Stream.concat(type.getAllMethods().stream(), type.getConstructors().stream())
					.filter((codeUnit) -> codeUnit.getModifiers().contains(JavaModifier.PUBLIC))
					.filter((codeUnit) -> codeUnit.getAllInvolvedRawTypes()
						.stream()
						.anyMatch((named) -> named.getPackageName().startsWith("org.springframework.web.reactive")))
					.forEach((codeUnit) -> events.add(SimpleConditionEvent.violated(codeUnit,
							codeUnit.getDescription() + " names a WebClient type")));
			}

		};
	}

	/**
	 * The packages of the module, each with the packages and libraries it may use.
	 */
	enum Layer {

		PROTOCOL("protocol..", List.of(), List.of(Library.JACKSON)),

		TRANSPORT("client.transport..", List.of(),
				List.of(Library.SPRING, Library.REACTOR, Library.REACTOR_NETTY, Library.HTTP_COMPONENTS)),

		OBSERVATION("client.observation..", List.of(PROTOCOL), List.of(Library.MICROMETER)),

		CLIENT("client", List.of(PROTOCOL, TRANSPORT, OBSERVATION),
				List.of(Library.JACKSON, Library.MICROMETER, Library.REACTOR, Library.SLF4J, Library.SPRING)),

		SERVICE("service", List.of(PROTOCOL, CLIENT), List.of(Library.JACKSON, Library.REACTOR, Library.SPRING)),

		REGISTRY("service.registry..", List.of(SERVICE), List.of(Library.SPRING)),

		ACTUATE("actuate..", List.of(PROTOCOL, CLIENT), List.of(Library.JACKSON, Library.REACTOR, Library.SPRING)),

		AUTOCONFIGURE("autoconfigure..", List.of(PROTOCOL, TRANSPORT, OBSERVATION, CLIENT, SERVICE, REGISTRY, ACTUATE),
				List.of(Library.values()));

		private final String packageName;

		private final List<Layer> layers;

		private final List<Library> libraries;

		Layer(String packageName, List<Layer> layers, List<Library> libraries) {
			this.packageName = ROOT + "." + packageName;
			this.layers = layers;
			this.libraries = libraries;
		}

		String packageName() {
			return this.packageName;
		}

		String[] mayUse() {
			return Stream
				.of(Stream.of(this.packageName, "java..", "javax.net.ssl..", "org.jspecify.."),
						this.layers.stream().map(Layer::packageName),
						this.libraries.stream().flatMap((library) -> library.packageNames.stream()))
				.flatMap((names) -> names)
				.toArray(String[]::new);
		}

		static String[] packageNames() {
			return Arrays.stream(values()).map(Layer::packageName).toArray(String[]::new);
		}

	}

	private enum Library {

		HTTP_COMPONENTS("org.apache.hc.."),

		JACKSON("tools.jackson..", "com.fasterxml.jackson.annotation.."),

		MICROMETER("io.micrometer.."),

		REACTOR("reactor.adapter..", "reactor.core..", "reactor.util..", "org.reactivestreams.."),

		REACTOR_NETTY("reactor.netty..", "io.netty.."),

		SLF4J("org.slf4j.."),

		SPRING("org.springframework..", "org.aopalliance..");

		private final List<String> packageNames;

		Library(String... packageNames) {
			this.packageNames = List.of(packageNames);
		}

	}

}
