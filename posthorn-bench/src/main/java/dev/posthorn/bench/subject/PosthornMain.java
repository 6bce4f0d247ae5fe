package dev.posthorn.bench.subject;

import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.SettingsInput;
import dev.posthorn.server.settings.SettingsReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Posthorn as a process under test, as {@code serve --dev} runs it: takes settings as {@code
 * name=value}, prints {@code READY <port>} and ends when its input ends.
 */
public final class PosthornMain {
    private PosthornMain() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> flags = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            flags.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        var input = new SettingsInput("none", Map.of(), Map.of(), flags);
        try (Posthorn posthorn =
                Posthorn.start(DevMode.of(SettingsReader.read(input).settings()))) {
            System.out.println("READY " + posthorn.port());
            while (System.in.read() >= 0) {
                // Only the end of the input matters: it comes even when the rig is killed.
            }
        }
    }
}
