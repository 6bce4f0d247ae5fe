package dev.posthorn.server.store.commit;

/**
 * How much one commit takes and how much may wait for it.
 *
 * @param commitRows events and deliveries in one commit: keeps it short, 2,000 take some 20 ms
 * @param commitBytes payload bytes in one commit
 * @param commitMs time after which a commit takes no more acceptances
 * @param queueBytes payload bytes that may wait; the last acceptance may exceed it
 * @param queueMs how long the oldest acceptance may have waited before further ones are refused
 */
public record WriterLimits(
        int commitRows, long commitBytes, long commitMs, long queueBytes, long queueMs) {
    public static final WriterLimits DEFAULTS =
            new WriterLimits(2_000, 4 << 20, 10, 64 << 20, 1_000);
}
