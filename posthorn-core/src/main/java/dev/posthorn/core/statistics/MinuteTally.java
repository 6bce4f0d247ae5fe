package dev.posthorn.core.statistics;

/**
 * What was counted of a subject in one minute, or since it was last stored.
 *
 * @param minute slot of {@link Resolution#MINUTE}
 * @param tally not to be changed any more
 */
public record MinuteTally(StatisticsSubject subject, long minute, Tally tally) {}
