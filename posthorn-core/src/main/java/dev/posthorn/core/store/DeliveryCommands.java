package dev.posthorn.core.store;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import java.util.List;

/** Commands to single deliveries, written down by the next commit. */
public interface DeliveryCommands {
    /**
     * Writes all of them or none and answers in order when that is flushed; the {@link
     * CommitListener} hears of it too. A cancel stays written down, also over a restart, until its
     * delivery is final. Blocks.
     *
     * @throws RuntimeException when it is not known whether anything was written
     */
    List<CommandAnswer> carryOut(List<? extends DeliveryCommand> commands, long nowMs);

    /** Cancels asked for and not settled, for the lanes to hear of at the start. */
    List<CommandAnswer.CancelAsked> openCancels();
}
