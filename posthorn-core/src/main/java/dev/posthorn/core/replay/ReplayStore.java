package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import java.util.List;
import java.util.function.Function;

/** Keeps replays over a restart. Calls block until it is durable what they wrote. */
public interface ReplayStore {
    void begin(Replay replay);

    /**
     * Carries out the commands and writes the replay as {@code after} makes it of the answers, all
     * in one commit; the commit listener hears of the commands.
     *
     * @param before as it was stored: when it is not so any more nothing is written
     * @param after runs within the commit: quick, and without effect of its own
     * @throws RuntimeException when it is not known whether anything was written
     */
    Replay advance(
            Replay before,
            List<DeliveryCommand> commands,
            Function<List<CommandAnswer>, Replay> after,
            long nowMs);

    /** Those not done, oldest first. */
    List<Replay> unfinished();
}
