package dev.posthorn.server.dashboard.webhooks;

import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;

/**
 * The last 24 hours in 24 bars, drawn here: paths in a box of 120 by 24.
 *
 * @param good answered with a 2xx
 * @param failed every other attempt, at the foot of its bar
 * @param none a thin line for hours without any
 * @param label the same in words
 */
public record Sparkline(String good, String failed, String none, String label) {
    private static final int HEIGHT = 24;
    private static final int APART = 5;

    /** An hour with anything is seen. */
    private static final int LEAST = 2;

    static Sparkline of(List<Tally> hours, Visit visit) {
        long most = Math.max(1, hours.stream().mapToLong(Tally::attempts).max().orElse(0));
        StringBuilder good = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        StringBuilder none = new StringBuilder();
        for (int i = 0; i < hours.size(); i++) {
            Tally hour = hours.get(i);
            long attempts = hour.attempts();
            long bad = attempts - hour.get(Count.STATUS_2XX);
            if (attempts == 0) {
                bar(none, i, HEIGHT - 1, 1);
                continue;
            }
            int whole = height(attempts, most);
            int foot =
                    bad == 0 ? 0 : bad == attempts ? whole : Math.min(height(bad, most), whole - 1);
            bar(failed, i, HEIGHT - foot, foot);
            bar(good, i, HEIGHT - whole, whole - foot);
        }
        return new Sparkline(
                good.toString(), failed.toString(), none.toString(), label(hours, visit));
    }

    private static int height(long count, long most) {
        return Math.max(LEAST, Math.toIntExact(Math.round((double) count * HEIGHT / most)));
    }

    private static void bar(StringBuilder path, int number, int top, int height) {
        if (height > 0) {
            path.append('M').append(number * APART).append(' ').append(top);
            path.append("h3v").append(height).append("h-3z");
        }
    }

    private static String label(List<Tally> hours, Visit visit) {
        long attempts = hours.stream().mapToLong(Tally::attempts).sum();
        long good = hours.stream().mapToLong(hour -> hour.get(Count.STATUS_2XX)).sum();
        return visit.words().say("webhooks.spark", good, attempts - good);
    }
}
