package dev.posthorn.server.dashboard.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JTE template says by itself: its text and what people hear, without any expression. */
final class TemplateText {
    private static final Pattern LINE = Pattern.compile("@(import|param)[^\\n]*");
    private static final Pattern CALL = Pattern.compile("@template\\.[\\w.]+");
    private static final Pattern CONDITION = Pattern.compile("@(if|elseif|for)(?=\\()");
    private static final Pattern WORD = Pattern.compile("@(else|endif|endfor)");
    private static final Pattern HEARD =
            Pattern.compile("\\b(?:title|alt|aria-label|placeholder|label)=\"([^\"]*)\"");

    private final String template;
    private final StringBuilder html = new StringBuilder();

    private TemplateText(String template) {
        this.template = template;
    }

    /** Pieces between tags and expressions, and the values of attributes that are shown or read. */
    static List<String> of(String template) {
        TemplateText text = new TemplateText(template);
        text.content(0, false);
        List<String> said = new ArrayList<>();
        HEARD.matcher(text.html).results().forEach(heard -> said.add(heard.group(1)));
        said.addAll(List.of(text.html.toString().replaceAll("<[^>]*>", "\0").split("\0", -1)));
        return said.stream().map(String::strip).filter(piece -> !piece.isEmpty()).toList();
    }

    /** Reads on from {@code at}; {@code nested}: until the backtick that ends a part. */
    private int content(int at, boolean nested) {
        int i = at;
        while (i < template.length()) {
            if (nested && template.charAt(i) == '`') {
                return i + 1;
            }
            int next = directive(i);
            if (next == i) {
                html.append(template.charAt(i));
                next++;
            }
            i = next;
        }
        return i;
    }

    /** After what is no text, or {@code i} when it is. */
    private int directive(int i) {
        if (template.startsWith("${", i)) {
            html.append('\0');
            return balanced(i + 1, '{', '}');
        }
        if (template.startsWith("!{", i)) {
            return balanced(i + 1, '{', '}');
        }
        int call = end(CALL, i);
        int condition = end(CONDITION, i);
        if (call > i || condition > i) {
            return balanced(Math.max(call, condition), '(', ')');
        }
        return Math.max(end(LINE, i), end(WORD, i));
    }

    private int end(Pattern pattern, int i) {
        Matcher found = pattern.matcher(template).region(i, template.length());
        return found.lookingAt() ? found.end() : i;
    }

    /** After the bracket that closes the one at {@code at}; parts given to a template are read. */
    private int balanced(int at, char open, char close) {
        int depth = 0;
        int i = at;
        do {
            char c = template.charAt(i);
            if (c == '"') {
                i = quoted(i);
            } else if (template.startsWith("@`", i)) {
                i = content(i + 2, true);
            } else {
                depth += c == open ? 1 : c == close ? -1 : 0;
                i++;
            }
        } while (depth > 0);
        return i;
    }

    private int quoted(int at) {
        int i = at + 1;
        while (template.charAt(i) != '"') {
            i += template.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
