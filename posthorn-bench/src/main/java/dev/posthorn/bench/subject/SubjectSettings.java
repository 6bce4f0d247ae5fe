package dev.posthorn.bench.subject;

import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Program;
import dev.posthorn.bench.plan.Receiving;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program under test is started with.
 *
 * @param folder its own, empty or left by an earlier life
 * @param receiverPort of 127.0.0.1, where endpoint 17 is {@code /e/17}
 * @param trust JVM options that make it trust the receivers' certificate
 */
public record SubjectSettings(
        Path folder,
        int receiverPort,
        Load load,
        Receiving receiving,
        Program program,
        List<String> trust) {
    private static final String LOGGING =
            "-Dlogback.configurationFile=dev/posthorn/bench/logback.xml";

    /** Scheme, host and port of all endpoints. */
    URI receiver() {
        return URI.create(receiving.scheme() + "://127.0.0.1:" + receiverPort);
    }

    /** The flags {@code ./posthorn} starts the server with, the heap, and the further ones. */
    List<String> allJvmOptions() {
        List<String> all = new ArrayList<>();
        all.add("-XX:+UseCompactObjectHeaders");
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("-Xmx" + program.heap());
        all.add(LOGGING);
        all.addAll(trust);
        all.addAll(program.jvmOptions());
        return all;
    }

    /** Where its errors and log lines go. */
    Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }
}
