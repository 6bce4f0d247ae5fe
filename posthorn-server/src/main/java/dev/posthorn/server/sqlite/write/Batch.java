package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.server.store.commit.Answers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one commit. The first try takes acceptances from the inbox while there is room and
 * remembers them, so that they can be tried again in parts.
 */
final class Batch {
    private final List<Work> configuration;
    private final List<Settlement> settlements;
    private final List<Acceptance> acceptances;
    private final @Nullable Inbox more;

    private Batch(
            List<Work> configuration,
            List<Settlement> settlements,
            List<Acceptance> acceptances,
            @Nullable Inbox more) {
        this.configuration = configuration;
        this.settlements = settlements;
        this.acceptances = acceptances;
        this.more = more;
    }

    /** All configuration and settlements that wait; {@code kept} are settlements tried before. */
    static Batch take(Inbox inbox, List<Settlement> kept) {
        return take(inbox, kept, inbox);
    }

    static Batch withoutAcceptances(Inbox inbox, List<Settlement> kept) {
        return take(inbox, kept, null);
    }

    private static Batch take(Inbox inbox, List<Settlement> kept, @Nullable Inbox more) {
        List<Work> configuration = new ArrayList<>();
        for (Work work = inbox.nextConfiguration();
                work != null;
                work = inbox.nextConfiguration()) {
            configuration.add(work);
        }
        List<Settlement> settlements = new ArrayList<>(kept);
        inbox.takeSettlements(settlements::add);
        return new Batch(configuration, settlements, new ArrayList<>(), more);
    }

    List<Work> configuration() {
        return configuration;
    }

    List<Settlement> settlements() {
        return settlements;
    }

    /** Those taken so far. */
    List<Acceptance> acceptances() {
        return acceptances;
    }

    /** Takes one more; false when none waits or this batch takes no more. */
    boolean takeAcceptance() {
        Acceptance next = more == null ? null : more.nextAcceptance();
        return next != null && acceptances.add(next);
    }

    int size() {
        return configuration.size() + settlements.size() + acceptances.size();
    }

    /** Both halves; {@link #size} is at least 2. */
    List<Batch> split() {
        int half = size() / 2;
        return List.of(part(0, half), part(half, size()));
    }

    private Batch part(int from, int to) {
        int first = configuration.size();
        int second = first + settlements.size();
        return new Batch(
                slice(configuration, from, to),
                slice(settlements, from - first, to - first),
                slice(acceptances, from - second, to - second),
                null);
    }

    private static <T> List<T> slice(List<T> all, int from, int to) {
        int start = Math.clamp(from, 0, all.size());
        return all.subList(start, Math.clamp(to, start, all.size()));
    }

    /** Tells who waits that it was not written; settlements are nobody's to tell. */
    void fail(Exception cause) {
        for (Work work : configuration) {
            work.failed(cause);
        }
        for (Acceptance acceptance : acceptances) {
            Answers.give(acceptance, Answers.notStored(cause));
        }
    }

    @Override
    public String toString() {
        return "configuration "
                + configuration.stream().map(Work::kinds).toList()
                + ", settlements of "
                + settlements.stream().map(Settlement::delivery).toList()
                + ", events "
                + acceptances.stream()
                        .flatMap(acceptance -> acceptance.events().stream())
                        .map(accepted -> accepted.event().id())
                        .toList();
    }
}
