package dev.posthorn.bench.subject;

import dev.posthorn.bench.ledger.Fan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program under test is started with.
 *
 * @param folder its own, empty
 * @param receiverPort of 127.0.0.1, where endpoint 17 is {@code /e/17}
 * @param batch events in each request
 * @param loops event loops: 1 shared by server and sender, 2 one each
 * @param maxInFlight requests to receivers at one time
 * @param heap as after {@code -Xmx}
 * @param jvmOptions further ones
 * @param serverSettings of Posthorn alone, each {@code name=value}
 */
public record SubjectSettings(
        Path folder,
        int receiverPort,
        Fan fan,
        int batch,
        int loops,
        int maxInFlight,
        String heap,
        List<String> jvmOptions,
        List<String> serverSettings) {
    private static final String LOGGING =
            "-Dlogback.configurationFile=dev/posthorn/bench/logback.xml";

    /** The flags {@code ./posthorn} starts the server with, the heap, and the further ones. */
    List<String> allJvmOptions() {
        List<String> all = new ArrayList<>();
        all.add("-XX:+UseCompactObjectHeaders");
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("-Xmx" + heap);
        all.add(LOGGING);
        all.addAll(jvmOptions);
        return all;
    }
}
