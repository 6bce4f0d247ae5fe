package dev.posthorn.server.dashboard.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The accessibility checker axe-core, run within a page. */
final class Axe {
    /** Of the violations only what keeps somebody from using a page, one line for each element. */
    private static final String RUN =
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(one => ['serious', 'critical'].includes(one.impact))
                .flatMap(one => one.nodes.map(node =>
                    `${one.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\\n', ' ')}`))
            """;

    private final String script;

    Axe() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            script = new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serious and critical violations; empty when there are none. */
    List<String> violations(Page page) {
        page.evaluate(script);
        return ((List<?>) page.evaluate(RUN)).stream().map(Object::toString).toList();
    }
}
