package dev.posthorn.server.dashboard.words;

import java.text.NumberFormat;
import java.util.Map;

/**
 * The texts of one language, by key. {@code {0}}, {@code {1}} stand for what is put in; a key with
 * {@code .one} and {@code .other} counts. A key without a text shows itself, and a test finds it.
 * Immutable; used by many threads.
 */
public final class Words {
    private final Language language;
    private final Map<String, String> texts;

    Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key, with {@code values} in the places of their numbers. */
    public String say(String key, Object... values) {
        String text = texts.getOrDefault(key, key);
        if (values.length == 0) {
            return text;
        }
        StringBuilder said = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            said.append(text, from, open);
            said.append(shown(values[Integer.parseInt(text.substring(open + 1, close))]));
            from = close + 1;
        }
        return said.append(text, from, text.length()).toString();
    }

    /** The text for so many: {@code key.one} or {@code key.other}, the number as {@code {0}}. */
    public String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".other"), number);
    }

    /** With the separators of the language. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** With the point or comma of the language; always so many {@code digits} behind it. */
    public String decimal(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    private String shown(Object value) {
        return value instanceof Long || value instanceof Integer
                ? number(((Number) value).longValue())
                : String.valueOf(value);
    }
}
