package dev.posthorn.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The three streams of the process and what they can show.
 *
 * @param rich whether a person looks at {@code out}: tables rather than JSON
 * @param live whether a person looks at {@code err}: progress is worth drawing
 * @param colour whether colours are wanted; off when {@code NO_COLOR} is set
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean rich,
        boolean live,
        boolean colour) {
    /** Set by the launcher, which can ask for each stream apart: {@code out}, {@code err}. */
    private static final String STREAMS = "posthorn.terminal";

    public static Terminal ofProcess(Map<String, String> environment) {
        String streams = System.getProperty(STREAMS);
        boolean both = streams == null && isConsole();
        boolean rich = both || (streams != null && streams.contains("out"));
        boolean live = both || (streams != null && streams.contains("err"));
        boolean colour =
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                rich,
                live,
                colour);
    }

    @SuppressWarnings("SystemConsoleNull") // The console of JDK 25 is the one that may be null.
    private static boolean isConsole() {
        return System.console() != null && System.console().isTerminal();
    }

    /** UTF-8 whatever the locale says: what we print is read by terminals and by programs. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    public void line(String text) {
        out.println(text);
    }

    public void lines(String... lines) {
        for (String line : lines) {
            out.println(line);
        }
    }

    /** Empties the screen, where there is one: ECMA-48 "cursor position" and "erase in page". */
    public void clear() {
        if (rich && colour) {
            out.print("\u001b[H\u001b[2J");
        }
    }

    /** What went wrong, or is worth knowing beside the result. */
    public void note(String text) {
        err.println(text);
    }

    /** For text that goes to {@link #out}. */
    public String paint(Style style, String text) {
        return rich && colour ? style.on(text) : text;
    }

    /** For text that goes to {@link #err}. */
    public String paintNote(Style style, String text) {
        return live && colour ? style.on(text) : text;
    }
}
