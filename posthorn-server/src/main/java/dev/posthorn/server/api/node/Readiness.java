package dev.posthorn.server.api.node;

import java.util.Optional;

/** Whether a node takes work. */
@FunctionalInterface
public interface Readiness {
    /** Why it does not, as a sentence; empty when it does. */
    Optional<String> obstacle();

    /** What is wrong although it takes work, as a sentence; empty when nothing is. */
    default Optional<String> degradation() {
        return Optional.empty();
    }
}
