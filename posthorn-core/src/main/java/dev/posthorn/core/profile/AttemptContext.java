package dev.posthorn.core.profile;

/**
 * What a request may show of the attempt it is made for.
 *
 * @param number from 1
 * @param nowMs when it leaves, milliseconds since 1970; requests are signed in its whole seconds
 */
public record AttemptContext(int number, long nowMs) {
    public long timestampSeconds() {
        return nowMs / 1000;
    }
}
