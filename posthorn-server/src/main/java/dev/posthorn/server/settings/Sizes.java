package dev.posthorn.server.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as operators write them: {@code 65536}, {@code 64KiB}, {@code 1MiB}. */
final class Sizes {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB|TiB)?");
    private static final Map<String, Long> UNITS =
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

    private Sizes() {}

    static long parse(String text) throws NotAValue {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new NotAValue("must be a size, such as 65536, 64KiB or 1MiB");
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(unit, 1L);
    }
}
