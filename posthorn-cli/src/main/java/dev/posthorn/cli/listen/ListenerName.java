package dev.posthorn.cli.listen;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;

/** What a listener is called that nobody named: like its machine, so that it keeps its secret. */
final class ListenerName {
    /** Leaves room for the number of a second one within the server's 64. */
    private static final int MAX = 60;

    private static final String NONE = "default";

    private ListenerName() {}

    static String usual(Map<String, String> environment) {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(ListenerName::cleaned)
                .orElseGet(() -> cleaned(ofMachine()));
    }

    private static String ofMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return NONE;
        }
    }

    static String cleaned(String name) {
        String clean = name.strip().replaceAll("[^A-Za-z0-9._-]", "-");
        String cut = clean.length() > MAX ? clean.substring(0, MAX) : clean;
        return cut.isEmpty() ? NONE : cut;
    }
}
