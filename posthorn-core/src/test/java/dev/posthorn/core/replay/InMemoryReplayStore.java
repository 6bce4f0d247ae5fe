package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Replays over a log in memory, which may be told to fail. */
final class InMemoryReplayStore implements ReplayStore {
    private final InMemoryDeliveryLog log;
    private final CommitListener listener;
    private final Map<Long, Replay> open = new TreeMap<>();
    private Mood mood = Mood.WORKS;

    InMemoryReplayStore(InMemoryDeliveryLog log, CommitListener listener) {
        this.log = log;
        this.listener = listener;
    }

    /** What the next slice meets. */
    enum Mood {
        WORKS,
        LOSES_THE_COMMIT,
        LOSES_THE_ANSWER,
        LOSES_THE_ANSWER_AND_CANNOT_BE_READ
    }

    void next(Mood mood) {
        this.mood = mood;
    }

    @Override
    public void begin(Replay replay) {
        put(replay);
    }

    @Override
    public Replay advance(
            Replay before,
            List<DeliveryCommand> commands,
            Function<List<CommandAnswer>, Replay> after,
            long nowMs) {
        if (mood == Mood.LOSES_THE_COMMIT) {
            mood = Mood.WORKS;
            throw new IllegalStateException("the disk is full");
        }
        requireWhereItWas(before);
        List<CommandAnswer> answers =
                commands.stream().map(command -> log.carryOut(command, nowMs)).toList();
        List<CommandAnswer> news = answers.stream().filter(CommandAnswer::changed).toList();
        if (!news.isEmpty()) {
            listener.asked(news);
        }
        Replay then = after.apply(answers);
        put(then);
        Mood met = mood;
        mood = met == Mood.LOSES_THE_ANSWER ? Mood.WORKS : met;
        if (met != Mood.WORKS) {
            throw new IllegalStateException("the disk is gone");
        }
        return then;
    }

    private void requireWhereItWas(Replay before) {
        Replay stored = open.get(before.task().id().seq());
        if (stored == null
                || stored.stage() != before.stage()
                || stored.after() != before.after()) {
            throw new IllegalStateException("it is not where it was: " + before.task().id());
        }
    }

    private void put(Replay replay) {
        log.save(new Change.TaskChange(replay.task()));
        if (replay.done()) {
            open.remove(replay.task().id().seq());
        } else {
            open.put(replay.task().id().seq(), replay);
        }
    }

    @Override
    public List<Replay> unfinished() {
        if (mood == Mood.LOSES_THE_ANSWER_AND_CANNOT_BE_READ) {
            mood = Mood.WORKS;
            throw new IllegalStateException("the disk is gone");
        }
        return List.copyOf(open.values());
    }
}
