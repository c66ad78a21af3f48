package io.github.jsonrpcspring.load.report;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.github.jsonrpcspring.load.contestant.Contestant;
import io.github.jsonrpcspring.load.contestant.Contestants;
import io.github.jsonrpcspring.load.measure.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadReport}.
 */
class LoadReportTests {

	private static final String BY_HAND = "by hand: WebClient";

	private static final String OURS = "template, WebClient";

	private static final Machine MACHINE = new Machine(2, "17", "Linux amd64", List.of("a<b-1"));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void ratiosAreThoseOfTheSameRound() {
		// The medians of both are 200, those of the rounds are not 1
		Results results = results(new long[] { 100, 200, 300 }, new long[] { 200, 400, 100 });
		assertThat(results.ratio(OURS, BY_HAND, 1, Measure.CALLS)).contains(new Interval(0.5, 0.5, 3));
	}

	@Test
	void theTableHasARowForEachContestant() {
		String text = MarkdownReport.of(results(new long[] { 96, 96, 96 }, new long[] { 100, 100, 100 }));
		assertThat(text).contains("3 rounds of 50 ms; 2 cores, JDK 17, Linux amd64.")
			.contains("### 1 caller\n")
			.contains("| template, WebClient | 96 | 96 to 96 | 10416.7 | 1 | 2 |  | 0.96 (0.96 to 0.96) |")
			.contains("| by hand: WebClient | 100 | 100 to 100 |");
	}

	@Test
	void barsAreMetOrMissedWithTheFigure() {
		assertThat(MarkdownReport.of(results(new long[] { 96, 95, 91 }, new long[] { 100, 100, 100 })))
			.contains("calls/s | 0.95 (0.91 to 0.96) | at least 0.95, all above 0.9 | met |")
			.contains("CPU | 1.05 (1.04 to 1.10) | at most 1.05 | **missed** |");
		assertThat(MarkdownReport.of(results(new long[] { 96, 96, 90 }, new long[] { 100, 100, 100 })))
			.contains("calls/s | 0.96 (0.90 to 0.96) | at least 0.95, all above 0.9 | **missed** |");
		assertThat(MarkdownReport.of(results(new long[] { 94, 94, 99 }, new long[] { 100, 100, 100 })))
			.contains("calls/s | 0.94 (0.94 to 0.99) | at least 0.95, all above 0.9 | **missed** |");
		assertThat(MarkdownReport.of(results(new long[] { 97, 97, 97 }, new long[] { 100, 100, 100 })))
			.contains("CPU | 1.03 (1.03 to 1.03) | at most 1.05 | met |");
	}

	@Test
	void theDataHasEachSample() {
		JsonNode data = JsonMapper.shared()
			.readTree(JsonReport.of(results(new long[] { 96, 96, 96 }, new long[] { 100, 100, 100 })));
		assertThat(data.at("/machine/cores").intValue()).isEqualTo(2);
		assertThat(data.at("/rows/0/contestant").stringValue()).isEqualTo(OURS);
		assertThat(data.at("/rows/0/callsPerSecond/median").doubleValue()).isEqualTo(96);
		assertThat(data.at("/rows/0/toByHand/low").doubleValue()).isEqualTo(0.96);
		assertThat(data.at("/bars/0/met").booleanValue()).isTrue();
		assertThat(data.at("/measurements").size()).isEqualTo(6);
		assertThat(data.at("/measurements/0/sample/calls").longValue()).isEqualTo(96);
	}

	@Test
	void thePictureHasABarAndAWhiskerForEachContestant()
			throws IOException, SAXException, ParserConfigurationException {
		String picture = SvgReport.of(results(new long[] { 96, 97, 98 }, new long[] { 100, 100, 100 }));
		var document = DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(picture)));
		// One is the background
		assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
		assertThat(document.getElementsByTagName("line").getLength()).isGreaterThan(6);
		assertThat(picture).contains(">template, WebClient<").contains(">97<");
	}

	@Test
	void allIsWrittenToTheDirectory() throws IOException {
		Path out = this.directory.resolve("new");
		String tables = LoadReport.write(results(new long[] { 96, 96, 96 }, new long[] { 100, 100, 100 }), out);
		assertThat(out.resolve("load.md")).hasContent(tables);
		try (var files = Files.list(out)) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("load.md",
					"load.json", "load.svg");
		}
	}

	@Test
	void theMachineHasNoPath() {
		Machine machine = Machine.current();
		assertThat(machine.libraries()).hasSizeGreaterThan(8)
			.allSatisfy((library) -> assertThat(library).matches("[a-z0-9.-]+-[0-9][\\w.]+"));
	}

	private static Results results(long[] ours, long[] byHand) {
		List<Measurement> measurements = new ArrayList<>();
		for (int i = 0; i < ours.length; i++) {
			measurements.add(new Measurement(OURS, 1, i, sample(ours[i])));
			measurements.add(new Measurement(BY_HAND, 1, i, sample(byHand[i])));
		}
		List<Contestant> contestants = Contestants.all()
			.stream()
			.filter((contestant) -> contestant.name().equals(OURS) || contestant.name().equals(BY_HAND))
			.toList();
		return new Results(MACHINE, 50, List.of(1), contestants, measurements);
	}

	/** A second, all of it spent. */
	private static Sample sample(long calls) {
		return new Sample(calls, 1_000_000_000, 1_000_000_000, 1000, 2000);
	}

}
