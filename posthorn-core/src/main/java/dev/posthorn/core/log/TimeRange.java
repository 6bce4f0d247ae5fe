package dev.posthorn.core.log;

/** Milliseconds since 1970, both ends inclusive. */
public record TimeRange(long fromMs, long toMs) {
    public static final TimeRange ALWAYS = new TimeRange(0, Long.MAX_VALUE >>> 15);

    public boolean contains(long ms) {
        return ms >= fromMs && ms <= toMs;
    }
}
