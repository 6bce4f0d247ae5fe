package dev.posthorn.server.egress;

import java.util.Locale;
import java.util.Optional;

/** Host names as DNS has them: letters, digits and hyphens in labels, no number at the end. */
final class HostName {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /** In lower case and without its one trailing dot; empty when it is no host name. */
    static Optional<String> normalise(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!isLabel(label)) {
                return Optional.empty();
            }
        }
        return looksLikeNumber(labels[labels.length - 1])
                ? Optional.empty()
                : Optional.of(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(HostName::inLabel);
    }

    private static boolean inLabel(int c) {
        return Ascii.isLetterOrDigit(c) || c == '-';
    }

    /** What ends so is read as an IPv4 address by some, in forms we do not take. */
    private static boolean looksLikeNumber(String label) {
        boolean hexadecimal = label.regionMatches(true, 0, "0x", 0, 2);
        return label.chars().allMatch(Ascii::isDigit)
                || (hexadecimal && label.chars().skip(2).allMatch(Ascii::isHexDigit));
    }
}
