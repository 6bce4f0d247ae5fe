package dev.posthorn.core.statistics;

/** The spans of time that can be asked for, each in buckets enough for a chart. */
public enum StatisticsRange {
    HOUR("1h", Resolution.MINUTE, 1, 60),
    DAY("24h", Resolution.QUARTER, 1, 96),
    WEEK("7d", Resolution.HOUR, 1, 168),
    MONTH("30d", Resolution.HOUR, 6, 120);

    private final String word;
    private final Resolution resolution;
    private final int slotsPerBucket;
    private final int buckets;

    StatisticsRange(String word, Resolution resolution, int slotsPerBucket, int buckets) {
        this.word = word;
        this.resolution = resolution;
        this.slotsPerBucket = slotsPerBucket;
        this.buckets = buckets;
    }

    /** As in a query. */
    public String word() {
        return word;
    }

    public Resolution resolution() {
        return resolution;
    }

    public int buckets() {
        return buckets;
    }

    public int slotsPerBucket() {
        return slotsPerBucket;
    }

    public long bucketMs() {
        return slotsPerBucket * resolution.slotMs();
    }

    /** Slot the first bucket begins with; the last bucket is the one that is running. */
    long firstSlot(long nowMs) {
        long running = Math.floorDiv(resolution.slotOf(nowMs), slotsPerBucket);
        return (running - buckets + 1) * slotsPerBucket;
    }
}
