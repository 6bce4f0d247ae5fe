package dev.posthorn.bench.scenario;

/**
 * What a figure has to be.
 *
 * @param scaled whether it was set for a machine on which the bare pipeline does {@link
 *     #STANDARD_BARE} deliveries per second, and holds in proportion elsewhere
 */
public record Goal(Sense sense, double value, Unit unit, boolean scaled) {
    /** What the bare pipeline has to do for the goals to hold as they are written. */
    static final double STANDARD_BARE = 50_000;

    /** Which side of the value is good. */
    public enum Sense {
        AT_LEAST("≥ "),
        AT_MOST("≤ "),
        /** No goal: the figure is only told. */
        TOLD("");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }
    }

    static Goal perSecond(double least) {
        return new Goal(Sense.AT_LEAST, least, Unit.PER_SECOND, true);
    }

    static Goal within(double most, Unit time) {
        return new Goal(Sense.AT_MOST, most, time, true);
    }

    static Goal atLeast(double least, Unit unit) {
        return new Goal(Sense.AT_LEAST, least, unit, false);
    }

    static Goal atMost(double most, Unit unit) {
        return new Goal(Sense.AT_MOST, most, unit, false);
    }

    static Goal told(Unit unit) {
        return new Goal(Sense.TOLD, 0, unit, false);
    }

    /** The value that counts where the bare pipeline does so many deliveries per second. */
    double here(double barePerSecond) {
        double share = scaled ? Math.min(1, barePerSecond / STANDARD_BARE) : 1;
        return switch (sense) {
            case AT_LEAST, TOLD -> value * share;
            case AT_MOST -> value / share;
        };
    }

    boolean isKept(double here, double measured) {
        return switch (sense) {
            case AT_LEAST -> measured >= here;
            case AT_MOST -> measured <= here;
            case TOLD -> true;
        };
    }

    /** Such as {@code ≥ 30,000/s}. */
    public String text(double of) {
        return sense == Sense.TOLD ? "" : sense.sign + unit.text(of);
    }
}
