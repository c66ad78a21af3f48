package io.github.jsonrpcspring.load.report;

import java.util.Locale;

/**
 * The few shapes that the report needs.
 */
final class Svg {

	static final int WIDTH = 900;

	private static final int MARGIN = 16;

	private static final int TITLE = 30;

	private final StringBuilder shapes = new StringBuilder();

	void rectangle(double x, double y, double width, double height, String color) {
		add("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>", x, y, width, height, color);
	}

	void line(double x1, double y1, double x2, double y2, String color) {
		add("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>", x1, y1, x2, y2, color);
	}

	/**
	 * Write a text that ends, begins or has its middle at a point.
	 */
	void text(double x, double y, Anchor anchor, String style, String text) {
		add("<text x='%.1f' y='%.1f' text-anchor='%s' class='%s'>%s</text>", x, y,
				anchor.name().toLowerCase(Locale.ROOT), style, escape(text));
	}

	private void add(String format, Object... args) {
		this.shapes.append(String.format(Locale.ROOT, format, args)).append('\n');
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	String document(String title, int height) {
		text(MARGIN, TITLE, Anchor.START, "title", title);
		return String.format(Locale.ROOT, """
				<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' width='%1$d' height='%2$d'>
				<style>
				text { font: 12px sans-serif; fill: #222 }
				.title { font-size: 16px; font-weight: bold }
				.panel { font-weight: bold }
				.axis { fill: #666 }
				</style>
				<rect width='%1$d' height='%2$d' fill='#fff'/>
				%3$s</svg>
				""", WIDTH, height, this.shapes);
	}

	/**
	 * Which part of a text its point is.
	 */
	enum Anchor {

		START, MIDDLE, END

	}

}
