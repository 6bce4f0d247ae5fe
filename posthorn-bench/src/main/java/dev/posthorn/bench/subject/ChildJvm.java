package dev.posthorn.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM started from the class path of this one. It says {@code READY <port>} on its output when it
 * serves, and ends when its input ends, so it cannot outlive the rig.
 */
final class ChildJvm implements AutoCloseable {
    private static final String READY = "READY ";
    private static final long STOP_S = 60;

    private final Process process;
    private final int port;
    private final long startedNanos;
    private final long readyNanos;

    private ChildJvm(Process process, int port, long startedNanos) {
        this.process = process;
        this.port = port;
        this.startedNanos = startedNanos;
        this.readyNanos = System.nanoTime();
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param log where its errors and log lines go
     */
    static ChildJvm start(
            Class<?> main,
            List<String> jvmOptions,
            List<String> arguments,
            Map<String, String> environment,
            Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        try {
            long startedNanos = System.nanoTime();
            Process process = builder.start();
            return new ChildJvm(process, port(process, log), startedNanos);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.getName(), e);
        }
    }

    private static int port(Process process, Path log) throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> drain(output, log));
                return Integer.parseInt(line.substring(READY.length()));
            }
        }
        throw new IllegalStateException(
                "the program under test ended before it served: " + Files.readString(log));
    }

    /** A full pipe would block the child. */
    private static void drain(BufferedReader output, Path log) {
        try (Writer file = Files.newBufferedWriter(log, StandardOpenOption.APPEND)) {
            output.transferTo(file);
        } catch (IOException _) {
            // The child has ended.
        }
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** When the process was started. */
    long startedNanos() {
        return startedNanos;
    }

    /** From its start to its readiness. */
    long readyAfterNanos() {
        return readyNanos - startedNanos;
    }

    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
