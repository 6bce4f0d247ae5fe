package dev.posthorn.server.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern that gives up: a pattern such as {@code (a+)+$} can take longer than the world exists
 * for a text of a few dozen characters. What it looks at is counted, not timed, so that the same
 * data is judged the same way on every machine.
 */
final class BoundedPattern implements RegularExpression {
    /** Characters looked at per match: some 10 ms, a hundred times what honest patterns need. */
    static final int MAX_LOOKS = 1_000_000;

    private final Pattern pattern;

    /** Throws {@link PatternSyntaxException} for what is no pattern. */
    BoundedPattern(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether it is found anywhere, as JSON Schema has it. */
    @Override
    public boolean matches(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (StackOverflowError _) {
            throw new TooMuchWork();
        }
    }

    /** The text was too much work for the pattern. */
    static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super("a pattern gave up", null, false, false);
        }
    }

    /** {@code looks}: one count for the text and all its parts. */
    private record Counted(CharSequence text, int[] looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++looks[0] > MAX_LOOKS) {
                throw new TooMuchWork();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
