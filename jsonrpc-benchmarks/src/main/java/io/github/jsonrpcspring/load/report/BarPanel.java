package io.github.jsonrpcspring.load.report;

import java.util.Locale;

import io.github.jsonrpcspring.load.contestant.Group;

/**
 * Horizontal bars with one axis.
 */
final class BarPanel {

	private static final int LEFT = 220;

	private static final int RIGHT = 100;

	private static final int ROW = 20;

	private static final int BAR = 14;

	private static final int WHISKER = 3;

	private static final int GAP = 6;

	private static final int BASELINE = 11;

	private static final int HEAD = 22;

	private static final int FOOT = 44;

	private static final int LABEL = 16;

	private static final String AXIS = "#999";

	private static final String INK = "#222";

	private final Svg svg;

	private final int top;

	private final double step;

	private final double scale;

	private int y;

	BarPanel(Svg svg, int top, double largest) {
		this.svg = svg;
		this.top = top;
		this.y = top + HEAD;
		this.step = step(largest);
		this.scale = (Svg.WIDTH - LEFT - RIGHT) / (this.step * Math.ceil(largest / this.step));
	}

	/**
	 * Return a round number of which there are two to five up to the largest value.
	 */
	static double step(double largest) {
		double power = Math.pow(10, Math.floor(Math.log10(largest)));
		double leading = largest / power;
		if (leading <= 2) {
			return power / 2;
		}
		return (leading <= 5) ? power : 2 * power;
	}

	void bar(String name, Group group, Interval value) {
		double middle = this.y + BAR / 2.0;
		this.svg.text(LEFT - GAP, this.y + BASELINE, Svg.Anchor.END, "", name);
		this.svg.rectangle(LEFT, this.y, value.median() * this.scale, BAR, color(group));
		this.svg.line(x(value.low()), middle, x(value.high()), middle, INK);
		this.svg.line(x(value.low()), middle - WHISKER, x(value.low()), middle + WHISKER, INK);
		this.svg.line(x(value.high()), middle - WHISKER, x(value.high()), middle + WHISKER, INK);
		this.svg.text(x(value.high()) + GAP, this.y + BASELINE, Svg.Anchor.START, "", number(value.median()));
		this.y += ROW;
	}

	private double x(double value) {
		return LEFT + value * this.scale;
	}

	private static String color(Group group) {
		return switch (group) {
			case OURS -> "#4c9a5b";
			case PEER -> "#d0894a";
			case LIMIT -> "#9db4cc";
		};
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%,.0f", value);
	}

	/**
	 * Draw the axis.
	 * @return where the next panel begins
	 */
	int close(String title) {
		this.svg.text(LEFT, this.top + BASELINE, Svg.Anchor.START, "panel", title);
		for (double value = 0; x(value) <= Svg.WIDTH - RIGHT + 1; value += this.step) {
			this.svg.line(x(value), this.y, x(value), this.y + WHISKER, AXIS);
			this.svg.text(x(value), this.y + LABEL, Svg.Anchor.MIDDLE, "axis", number(value));
		}
		this.svg.line(LEFT, this.y, Svg.WIDTH - RIGHT, this.y, AXIS);
		return this.y + FOOT;
	}

}
