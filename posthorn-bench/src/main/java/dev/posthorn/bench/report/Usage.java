package dev.posthorn.bench.report;

/**
 * What a run used.
 *
 * @param cpuMicros user and system time of the program under test per delivery
 * @param rigMicros the same of load generator and receiver
 * @param othersShare CPU that neither of them used, as a share of the whole machine: above some
 *     hundredths the machine was busy with something else and absolute figures mean little
 * @param writtenBytes handed to disks per delivery
 * @param rssBytes most memory resident during the run
 * @param walBytes longest the write-ahead log was
 */
public record Usage(
        double cpuMicros,
        double rigMicros,
        double othersShare,
        double writtenBytes,
        long rssBytes,
        long walBytes) {}
