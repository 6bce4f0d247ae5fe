package dev.posthorn.bench.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Which groups of endpoints the events go to, in turns: all of them, until told otherwise from some
 * event on.
 */
final class Aims {
    private final List<Aim> aims = new ArrayList<>();

    Aims(int groups) {
        aims.add(new Aim(0, 0, groups));
    }

    /** From event {@code since} on: groups {@code first} to {@code first + count - 1}. */
    private record Aim(long since, int first, int count) {}

    void aim(long since, int first, int count) {
        aims.add(new Aim(since, first, count));
    }

    int groupOf(long event) {
        int latest = aims.size() - 1;
        while (aims.get(latest).since > event) {
            latest--;
        }
        Aim aim = aims.get(latest);
        return aim.first + (int) (event % aim.count);
    }
}
