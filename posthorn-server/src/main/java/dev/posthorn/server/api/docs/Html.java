package dev.posthorn.server.api.docs;

/** HTML being written. What is called text is escaped; names of tags are ours. One thread. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 18);

    Html raw(String html) {
        out.append(html);
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A whole element with text in it. */
    Html element(String tag, String text) {
        return open(tag).text(text).close(tag);
    }

    Html element(String tag, String classes, String text) {
        return open(tag, classes).text(text).close(tag);
    }

    Html open(String tag) {
        return raw("<" + tag + ">");
    }

    Html open(String tag, String classes) {
        return raw("<" + tag + " class=\"" + classes + "\">");
    }

    /** An element others lead to. */
    Html place(String tag, String id) {
        return raw("<" + tag + " id=\"").text(id).raw("\">");
    }

    Html link(String id, String text) {
        return raw("<a href=\"#").text(id).raw("\">").text(text).raw("</a>");
    }

    Html close(String tag) {
        return raw("</" + tag + ">");
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(text.charAt(i));
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
