package dev.posthorn.core.replay;

/** Why a replay is not begun. */
public sealed interface ReplayRefusal {
    /** One of this endpoint is under way: two would send the same deliveries. */
    record OneIsUnderWay() implements ReplayRefusal {}

    /** So many are under way already. */
    record TooMany(int most) implements ReplayRefusal {}
}
