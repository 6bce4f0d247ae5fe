package dev.posthorn.core.health;

/**
 * Events that matched an endpoint while it could take no delivery, since the last time they were
 * sent after all.
 *
 * @param sinceMs the first of them, milliseconds since 1970
 */
public record Missed(long events, long sinceMs) {
    public static final Missed NONE = new Missed(0, 0);

    public Missed more(long events, long nowMs) {
        return new Missed(this.events + events, this.events == 0 ? nowMs : sinceMs);
    }
}
