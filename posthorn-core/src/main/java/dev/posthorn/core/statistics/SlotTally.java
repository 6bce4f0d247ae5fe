package dev.posthorn.core.statistics;

/** What was counted in one slot of some {@link Resolution}. */
public record SlotTally(long slot, Tally tally) {}
