package io.github.jsonrpcspring.load.report;

/**
 * What a ratio must be.
 *
 * @param contestant whose
 * @param reference divided by whose
 * @param measure of what
 * @param least the smallest median
 * @param above what the whole interval must be above
 * @param most the largest median
 * @since 0.1.0
 */
record Bar(String contestant, String reference, Measure measure, double least, double above, double most) {

	static Bar atLeast(String contestant, String reference, double least, double above) {
		return new Bar(contestant, reference, Measure.CALLS, least, above, Double.MAX_VALUE);
	}

	static Bar cpuAtMost(String contestant, String reference, double most) {
		return new Bar(contestant, reference, Measure.CPU, 0, 0, most);
	}

	static Bar ahead(String contestant, String reference) {
		return atLeast(contestant, reference, 1, 1);
	}

	boolean isMet(Interval ratio) {
		return ratio.median() >= this.least && ratio.low() > this.above && ratio.median() <= this.most;
	}

	String text() {
		if (this.measure == Measure.CPU) {
			return "at most " + this.most;
		}
		return "at least " + this.least + ((this.above > 0) ? ", all above " + this.above : "");
	}

}
