package dev.posthorn.server;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.CommitListener;
import java.util.List;

/** All who hear of commits, one after another. */
record Listeners(List<CommitListener> listeners) implements CommitListener {
    @Override
    public void committed(List<PendingDelivery> made, List<Settlement> settled) {
        for (CommitListener listener : listeners) {
            listener.committed(made, settled);
        }
    }

    @Override
    public void asked(List<CommandAnswer> answers) {
        for (CommitListener listener : listeners) {
            listener.asked(answers);
        }
    }
}
