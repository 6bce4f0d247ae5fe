package dev.posthorn.core.store;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import java.util.List;

/** Hears, on the committing thread and after the flush, what is durable now. Must not block. */
public interface CommitListener {
    /**
     * One commit: the deliveries it made and the settlements it wrote (also those that no longer
     * applied, since their slot is free either way).
     */
    void committed(List<PendingDelivery> made, List<Settlement> settled);

    /** What was written of commands; told before what the same commit settled. */
    default void asked(List<CommandAnswer> answers) {}
}
