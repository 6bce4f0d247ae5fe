package dev.posthorn.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used since it started, from {@code /proc} (see proc(5)).
 *
 * @param cpuMicros user and system time of all its threads
 * @param rssBytes memory resident at the moment
 * @param writtenBytes what it made the kernel write to disks
 */
public record ProcessUse(long cpuMicros, long rssBytes, long writtenBytes) {
    /** A clock tick of {@code /proc/PID/stat}: {@code sysconf(_SC_CLK_TCK)} is 100 on Linux. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final long BYTES_PER_KIB = 1024;

    /** Fields of {@code stat} after the command's closing bracket, counted from 0. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    public static ProcessUse of(long pid) {
        return new ProcessUse(
                cpuMicros(pid),
                number(pid, "status", "VmRSS:") * BYTES_PER_KIB,
                number(pid, "io", "write_bytes:"));
    }

    private static long cpuMicros(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        return ticks * MICROS_PER_TICK;
    }

    private static long number(long pid, String file, String label) {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(label))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what process " + pid + " used", e);
        }
    }
}
