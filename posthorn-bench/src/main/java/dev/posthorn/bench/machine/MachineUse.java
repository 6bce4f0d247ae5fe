package dev.posthorn.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * CPU time all processes of the machine have used since it started, from the first line of {@code
 * /proc/stat} (see proc(5)); time stolen by a hypervisor counts as used.
 */
public record MachineUse(long cpuMicros) {
    private static final long MICROS_PER_TICK = 10_000;

    /** Columns after the label, counted from 0. */
    private static final int IDLE = 3;

    private static final int IOWAIT = 4;

    /** Guest time, from here on, is contained in user time. */
    private static final int GUEST = 8;

    public static MachineUse now() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] ticks = lines.findFirst().orElse("").strip().split(" +", -1);
            long busy = 0;
            for (int i = 0; i < Math.min(GUEST, ticks.length - 1); i++) {
                busy += i == IDLE || i == IOWAIT ? 0 : Long.parseLong(ticks[i + 1]);
            }
            return new MachineUse(busy * MICROS_PER_TICK);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the machine used", e);
        }
    }
}
