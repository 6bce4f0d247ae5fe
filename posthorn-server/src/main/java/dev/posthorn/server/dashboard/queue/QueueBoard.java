package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The queue as its page shows it.
 *
 * @param rows most waiting first, at most {@link #MOST_ROWS}; {@code more} were left out
 * @param resend how a resend is getting on, if one is shown
 */
public record QueueBoard(
        QueueFigures figures,
        QueueFilter filter,
        List<Tab> tabs,
        List<LaneRow> rows,
        int more,
        Optional<Progress> resend) {
    /** Each is asked how many of it are due. */
    static final int MOST_ROWS = 50;

    static QueueBoard of(Visit visit) {
        QueueFilter filter = QueueFilter.of(visit);
        List<Seen> lanes = Seen.all(visit);
        List<Seen> near =
                lanes.stream()
                        .filter(one ->
                                filter.fitsText(one.endpoint(), visit.desk().ids().text(one.seq())))
                        .toList();
        List<Seen> found =
                near.stream()
                        .filter(one -> filter.fitsState(one.endpoint()))
                        .sorted(
                                Comparator.comparingLong(Seen::pending)
                                        .reversed()
                                        .thenComparingLong(Seen::seq))
                        .toList();
        return new QueueBoard(
                QueueFigures.of(lanes, visit),
                filter,
                tabs(near, filter, visit),
                found.stream()
                        .limit(MOST_ROWS)
                        .map(one -> LaneRow.of(one.lane(), one.endpoint(), filter, visit))
                        .toList(),
                Math.max(0, found.size() - MOST_ROWS),
                progress(filter.task(), visit));
    }

    private static List<Tab> tabs(List<Seen> near, QueueFilter filter, Visit visit) {
        List<Tab> tabs = new ArrayList<>();
        List<String> states = new ArrayList<>(List.of(""));
        states.addAll(QueueFilter.STATES);
        for (String state : states) {
            QueueFilter so = filter.withState(state);
            long waiting =
                    near.stream()
                            .filter(one -> so.fitsState(one.endpoint()))
                            .mapToLong(Seen::pending)
                            .sum();
            String label =
                    state.isEmpty()
                            ? visit.words().say("webhooks.all")
                            : visit.words().say("state." + state);
            tabs.add(
                    new Tab(
                            label,
                            so.href(),
                            filter.state().equals(state),
                            visit.words().number(waiting)));
        }
        return tabs;
    }

    private static Optional<Progress> progress(String id, Visit visit) {
        OptionalLong seq = visit.desk().ids().seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : visit.desk()
                        .log()
                        .task(new TaskId(seq.getAsLong()))
                        .filter(task -> task.type().equals(Task.RESEND))
                        .map(Progress::of);
    }
}
