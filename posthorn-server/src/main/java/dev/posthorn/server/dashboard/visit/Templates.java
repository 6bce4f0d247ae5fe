package dev.posthorn.server.dashboard.visit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The compiled templates. Used by many threads. */
public final class Templates {
    private static final String PACKAGE = "dev.posthorn.server.dashboard.jte";
    private static final int USUAL_LENGTH = 32 * 1024;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** UTF-8. {@code name}: without {@code .jte}. */
    byte[] render(String name, Map<String, Object> values) {
        StringOutput out = new StringOutput(USUAL_LENGTH);
        engine.render(name + ".jte", values, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
