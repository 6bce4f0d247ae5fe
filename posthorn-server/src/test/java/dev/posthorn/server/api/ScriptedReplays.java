package dev.posthorn.server.api;

import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.server.api.replay.ReplayDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Remembers the replays handed in; each is over at once, or refused. */
public final class ScriptedReplays implements ReplayDesk {
    public final List<Replay> begun = new ArrayList<>();
    public ReplayRefusal refusal;

    @Override
    public synchronized Begun begin(Replay replay) {
        if (refusal != null) {
            return new Begun.Refused(refusal);
        }
        begun.add(replay);
        return new Begun.Started(
                CompletableFuture.completedFuture(
                        replay.task().started(1).completed(List.of(), null, 2)));
    }
}
