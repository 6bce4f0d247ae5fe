package dev.posthorn.core.task;

/**
 * What a task that sends again has come to so far.
 *
 * @param dryRun only counts, nothing is sent
 * @param counted deliveries it would send; dry runs only
 * @param resent deliveries pending again
 * @param created deliveries made for events that had none
 * @param skipped those that could not be sent again, such as without payload
 */
public record ReplayCounts(boolean dryRun, long counted, long resent, long created, long skipped) {
    public static ReplayCounts none(boolean dryRun) {
        return new ReplayCounts(dryRun, 0, 0, 0, 0);
    }

    public ReplayCounts plus(ReplayCounts more) {
        return new ReplayCounts(
                dryRun,
                counted + more.counted,
                resent + more.resent,
                created + more.created,
                skipped + more.skipped);
    }
}
