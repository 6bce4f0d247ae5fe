package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.retry.ScheduleRules;
import dev.posthorn.server.api.read.BodyFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads {@code retry}: {@code {"waits_s":[5,300]}} or {@code {"unit_s":60,"attempts":99}}, either
 * with {@code stop_on}; null for the profile's own schedule.
 */
final class RetryBody {
    private static final int MAX_STATUSES = 100;

    private RetryBody() {}

    static void read(BodyFields body, EndpointWishes wishes) {
        if (body.isNull("retry")) {
            wishes.setting(draft -> draft.retry(null).stopOn(Set.of()));
        }
        body.object("retry", retry -> schedule(retry, wishes));
    }

    private static void schedule(BodyFields retry, EndpointWishes wishes) {
        boolean linear = retry.has("unit_s") || retry.has("attempts");
        if (linear && retry.has("waits_s")) {
            retry.problem("waits_s", "cannot be given together with unit_s and attempts");
        }
        retry.integers(
                "waits_s",
                ScheduleRules.MAX_ATTEMPTS,
                0,
                Long.MAX_VALUE,
                waits -> accept(ScheduleRules.waits(waits), retry, wishes));
        AtomicLong unit = new AtomicLong();
        AtomicLong attempts = new AtomicLong();
        retry.integer("unit_s", 0, Long.MAX_VALUE, unit::set);
        retry.integer("attempts", 0, Long.MAX_VALUE, attempts::set);
        if (linear) {
            accept(ScheduleRules.linear(unit.get(), attempts.get()), retry, wishes);
        }
        retry.integers(
                "stop_on", MAX_STATUSES, 0, 999, statuses -> stopOn(statuses, retry, wishes));
    }

    private static void accept(ScheduleRules.Check check, BodyFields retry, EndpointWishes wishes) {
        switch (check) {
            case ScheduleRules.Accepted(var schedule) ->
                    wishes.setting(draft -> draft.retry(schedule));
            case ScheduleRules.Refused(String field, String problem) ->
                    retry.problem(field, problem);
        }
    }

    private static void stopOn(List<Long> statuses, BodyFields retry, EndpointWishes wishes) {
        Set<Integer> wanted = new HashSet<>();
        statuses.forEach(status -> wanted.add(status.intValue()));
        ScheduleRules.stopOnProblem(wanted)
                .ifPresentOrElse(
                        problem -> retry.problem("stop_on", problem),
                        () -> wishes.setting(draft -> draft.stopOn(wanted)));
    }
}
