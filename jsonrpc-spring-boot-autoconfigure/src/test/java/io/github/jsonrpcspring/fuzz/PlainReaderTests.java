package io.github.jsonrpcspring.fuzz;

import java.nio.charset.StandardCharsets;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the second reader, which is worth nothing when it is wrong.
 */
class PlainReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\uFEFF\uFEFF1", "01", "1.", ".5", "+1", "-", "1e", "1e+", "0x1", "NaN", "nul",
			"True", "truex", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}",
			"{\"a\":1", "[1", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12\"", "\"\\u00e\u0131\"", "1 2", "{}{}",
			"[] /**/", "\u00a01", "\"\t\"", "\u06601", "1\u0000" })
	void whatIsNoJsonIsRefused(String json) {
		assertThatExceptionOfType(PlainException.class)
			.isThrownBy(() -> PlainReader.read(json.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void everyKindOfValueIsRead() throws PlainException {
		String json = "\uFEFF \r\n{\"a\" : [ null,true , false,-0.50e+2,\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\uDE00\u007f\"],\"a\":{} , \"\":[]}\t";
		assertThat(PlainReader.read(json.getBytes(StandardCharsets.UTF_8))).hasToString(
				"Members[all=[Member[name=a, value=Items[values=[NULL, TRUE, FALSE, Numeral[literal=-0.50e+2], "
						+ "Text[value=\"\\/\b\f\n\r\té😀\u007f]]]], Member[name=a, value=Members[all=[]]], "
						+ "Member[name=, value=Items[values=[]]]]]");
	}

	@Test
	void whatIsNoUtf8IsRefused() {
		for (byte[] bytes : Damage.NO_UTF8) {
			byte[] json = Damage.splice(new byte[] { '"', '"' }, 1, 1, bytes);
			assertThatExceptionOfType(PlainException.class).isThrownBy(() -> PlainReader.read(json));
		}
	}

	/**
	 * Two readings that share code would share its mistakes.
	 */
	@Test
	void theSecondReadingUsesNeitherTheProductNorJackson() {
		JavaClasses classes = new ClassFileImporter().importPackagesOf(getClass());
		noClasses().that()
			.haveSimpleNameStartingWith("Plain")
			.and()
			.haveSimpleNameNotEndingWith("Tests")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("tools.jackson..", "io.github.jsonrpcspring.protocol..",
					"io.github.jsonrpcspring.client..")
			.check(classes);
	}

}
