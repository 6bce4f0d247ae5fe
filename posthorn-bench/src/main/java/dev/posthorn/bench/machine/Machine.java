package dev.posthorn.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where figures were measured; without it they mean little. */
public record Machine(
        String cpu,
        int cores,
        long memoryMib,
        String jdk,
        String kernel,
        long fdatasyncMicros,
        long fsyncMicros) {
    private static final long KIB_PER_MIB = 1024;

    /** Looks around; {@code folder} is where the data will be. */
    public static Machine describe(Path folder) {
        return new Machine(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong("0" + field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                        / KIB_PER_MIB,
                System.getProperty("java.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                FlushCost.medianMicros(folder, false),
                FlushCost.medianMicros(folder, true));
    }

    public String line() {
        return "%s, %d cores, %d MiB, %s, JDK %s, fdatasync %d µs, fsync %d µs"
                .formatted(cpu, cores, memoryMib, kernel, jdk, fdatasyncMicros, fsyncMicros);
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown"; // Not Linux: the figures still hold, their description is shorter.
        }
    }
}
