package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.attempt.Timings;
import dev.posthorn.server.dashboard.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How long each step took, as a bar.
 *
 * @param steps those that happened, in order
 */
public record ShownTimings(List<Step> steps, String total) {
    /** The bar is so wide. */
    private static final int WIDTH = 1000;

    /** {@code x} and {@code width} in the bar. */
    public record Step(String kind, String label, String took, long x, long width) {}

    static ShownTimings of(Timings timings, Words words) {
        long total = Math.max(1, timings.totalMicros());
        List<Step> steps = new ArrayList<>();
        add(steps, "w1", words.say("timings.dns"), timings.dnsMicros(), total, words);
        add(steps, "w2", words.say("timings.connect"), timings.connectMicros(), total, words);
        add(steps, "w3", words.say("timings.tls"), timings.tlsMicros(), total, words);
        add(steps, "w4", words.say("timings.first-byte"), timings.firstByteMicros(), total, words);
        return new ShownTimings(steps, Figures.micros(timings.totalMicros(), words));
    }

    private static void add(
            List<Step> steps, String kind, String label, long micros, long total, Words words) {
        if (micros >= 0) {
            long x = steps.stream().mapToLong(Step::width).sum();
            long width = Math.min(WIDTH - x, micros * WIDTH / total);
            steps.add(new Step(kind, label, Figures.micros(micros, words), x, width));
        }
    }
}
