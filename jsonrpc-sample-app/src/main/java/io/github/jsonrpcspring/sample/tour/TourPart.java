package io.github.jsonrpcspring.sample.tour;

import java.util.List;

/**
 * A part of the tour. Parts are beans, walked through in their order.
 */
interface TourPart {

	/**
	 * Return what the part is about.
	 */
	String title();

	/**
	 * Return the steps in their order.
	 */
	List<Step> steps();

}
