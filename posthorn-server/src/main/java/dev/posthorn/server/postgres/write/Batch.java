package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.server.store.commit.Answers;
import dev.posthorn.server.store.commit.WriterLimits;
import java.util.ArrayList;
import java.util.List;

/** What goes into one commit. */
record Batch(List<Settlement> settlements, List<Acceptance> acceptances) {

    /**
     * All settlements that wait, behind those {@code kept} from before, and acceptances as far as
     * one commit has room.
     */
    static Batch take(Intake intake, Tray tray, List<Settlement> kept, WriterLimits limits) {
        List<Acceptance> acceptances = new ArrayList<>();
        int rows = 0;
        long bytes = 0;
        while (rows < limits.commitRows() && bytes < limits.commitBytes()) {
            Acceptance next = intake.nextAcceptance();
            if (next == null) {
                break;
            }
            acceptances.add(next);
            rows += rows(next);
            bytes += next.bytes();
        }
        return new Batch(settlements(tray, kept), acceptances);
    }

    static Batch withoutAcceptances(Tray tray, List<Settlement> kept) {
        return new Batch(settlements(tray, kept), List.of());
    }

    private static List<Settlement> settlements(Tray tray, List<Settlement> kept) {
        List<Settlement> settlements = new ArrayList<>(kept);
        settlements.addAll(tray.takeSettlements());
        return settlements;
    }

    private static int rows(Acceptance acceptance) {
        return acceptance.events().stream().mapToInt(event -> 1 + event.deliveries().size()).sum();
    }

    int size() {
        return settlements.size() + acceptances.size();
    }

    /** Both halves; {@link #size} is at least 2. */
    List<Batch> split() {
        int half = size() / 2;
        return List.of(part(0, half), part(half, size()));
    }

    private Batch part(int from, int to) {
        int first = settlements.size();
        return new Batch(
                slice(settlements, from, to), slice(acceptances, from - first, to - first));
    }

    private static <T> List<T> slice(List<T> all, int from, int to) {
        int start = Math.clamp(from, 0, all.size());
        return all.subList(start, Math.clamp(to, start, all.size()));
    }

    /** Tells who waits that it was not written; settlements are nobody's to tell. */
    void fail(Exception cause) {
        acceptances.forEach(one -> Answers.give(one, Answers.notStored(cause)));
    }

    @Override
    public String toString() {
        return "settlements of "
                + settlements.stream().map(Settlement::delivery).toList()
                + ", events "
                + acceptances.stream()
                        .flatMap(acceptance -> acceptance.events().stream())
                        .map(accepted -> accepted.event().id())
                        .toList();
    }
}
