package dev.posthorn.server.dashboard.webhookform;

import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.server.dashboard.webhookform.ProfileCard.Step;
import dev.posthorn.server.dashboard.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Retry schedules as a time line. */
final class Schedules {
    /** More points would not fit beside each other. */
    private static final int MOST_STEPS = 10;

    private Schedules() {}

    static List<Step> steps(RetrySchedule schedule, Words words) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(words.say("schedule.at-once"), words.say("schedule.nth", 1)));
        int shown = Math.min(schedule.attempts(), MOST_STEPS);
        for (int n = 2; n <= shown; n++) {
            steps.add(
                    new Step(
                            "+ " + TypedRetry.shown(schedule.waitAfter(n - 1)),
                            words.say("schedule.nth", n)));
        }
        if (shown < schedule.attempts()) {
            steps.add(new Step("…", words.say("schedule.nth", schedule.attempts())));
        }
        return steps;
    }

    static String total(RetrySchedule schedule, Words words) {
        long hours = schedule.total().toHours();
        String length =
                hours == 0
                        ? words.count("time.minute", schedule.total().toMinutes())
                        : words.count("time.hour", hours);
        return words.say("schedule.total", schedule.attempts(), length);
    }
}
