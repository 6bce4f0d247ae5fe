package dev.posthorn.cli.process;

import dev.posthorn.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command gets from the process it runs in; tests hand in their own.
 *
 * @param home folder of the user
 * @param folder the one the command was started in
 */
public record Context(Terminal terminal, Map<String, String> environment, Path home, Path folder) {

    public static Context ofProcess() {
        Map<String, String> environment = System.getenv();
        return new Context(
                Terminal.ofProcess(environment),
                environment,
                Path.of(System.getProperty("user.home")),
                Path.of(""));
    }

    /** A path as the user wrote it, from the folder the command was started in. */
    public Path resolve(Path path) {
        return folder.resolve(path);
    }
}
