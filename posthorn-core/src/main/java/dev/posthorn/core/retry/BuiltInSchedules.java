package dev.posthorn.core.retry;

import dev.posthorn.core.retry.RetrySchedule.Linear;
import dev.posthorn.core.retry.RetrySchedule.Waits;
import java.time.Duration;
import java.util.List;

/** The schedules profiles come with. */
public final class BuiltInSchedules {
    /** The example of Standard Webhooks 1.0.0: 10 attempts, about 75 hours. */
    public static final RetrySchedule STANDARD =
            new Waits(
                    List.of(
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(30),
                            Duration.ofHours(2),
                            Duration.ofHours(5),
                            Duration.ofHours(10),
                            Duration.ofHours(14),
                            Duration.ofHours(20),
                            Duration.ofHours(24)),
                    0.1);

    /** 5 attempts over a few hours, as that system's manual has it. */
    public static final RetrySchedule RICLOUD =
            new Waits(
                    List.of(
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            Duration.ofHours(3)),
                    0);

    /** n minutes after the nth failure; the cap is that of the same house's newer calls. */
    public static final RetrySchedule FASTCOMMENTS = new Linear(Duration.ofMinutes(1), 99);

    private BuiltInSchedules() {}
}
