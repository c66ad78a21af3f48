package io.github.jsonrpcspring.load.report;

import io.github.jsonrpcspring.load.measure.Sample;

/**
 * One sample of a contestant.
 *
 * @param contestant its name
 * @param threads how many callers there were
 * @param round in which round, from 0
 * @param sample what was measured
 * @since 0.1.0
 */
public record Measurement(String contestant, int threads, int round, Sample sample) {

}
