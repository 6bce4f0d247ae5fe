package dev.posthorn.server.api.docs;

import java.util.regex.Pattern;

/**
 * The little of Markdown our descriptions use: paragraphs, {@code `code`}, {@code **strong**},
 * {@code *emphasis*}.
 */
final class Prose {
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");

    private Prose() {}

    static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : PARAGRAPHS.split(text.strip(), -1)) {
            html.append("<p>").append(line(paragraph)).append("</p>\n");
        }
        return html.toString();
    }

    /** Code is taken out first: a star in it is a star. */
    static String line(String text) {
        StringBuilder html = new StringBuilder();
        var code = CODE.matcher(text);
        int from = 0;
        while (code.find()) {
            html.append(words(text.substring(from, code.start())))
                    .append("<code>")
                    .append(Html.escaped(code.group(1)))
                    .append("</code>");
            from = code.end();
        }
        return html.append(words(text.substring(from))).toString();
    }

    private static String words(String text) {
        String safe = Html.escaped(text.strip().equals(text) ? text : text.replace('\n', ' '));
        String strong = STRONG.matcher(safe).replaceAll("<strong>$1</strong>");
        return EMPHASIS.matcher(strong).replaceAll("<em>$1</em>");
    }
}
