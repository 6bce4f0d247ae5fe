package dev.posthorn.server.egress;

import java.util.OptionalInt;

/** Plain decimal numbers: digits only, no sign, no leading zero, within bounds. */
final class Decimal {
    private static final int MAX_DIGITS = 6;

    private Decimal() {}

    static OptionalInt parse(String text, int least, int most) {
        if (text.isEmpty()
                || text.length() > MAX_DIGITS
                || (text.length() > 1 && text.charAt(0) == '0')
                || !text.chars().allMatch(Ascii::isDigit)) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(text);
        return value < least || value > most ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
