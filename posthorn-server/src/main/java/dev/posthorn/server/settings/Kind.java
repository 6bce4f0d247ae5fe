package dev.posthorn.server.settings;

/**
 * How the text of a setting becomes its value.
 *
 * @param form what an operator may write, such as {@code DURATION}; shown in help
 */
record Kind<T>(String form, Parser<T> parser) {

    /** Reads a value; the refusal says what would have been right. */
    interface Parser<T> {
        T parse(String text) throws NotAValue;
    }

    T parse(String text) throws NotAValue {
        return parser.parse(text);
    }

    /** Narrows what is accepted: {@code rule} completes "must be". */
    Kind<T> where(java.util.function.Predicate<T> accepted, String rule) {
        return new Kind<>(
                form,
                text -> {
                    T value = parse(text);
                    if (!accepted.test(value)) {
                        throw new NotAValue("must be " + rule);
                    }
                    return value;
                });
    }
}
