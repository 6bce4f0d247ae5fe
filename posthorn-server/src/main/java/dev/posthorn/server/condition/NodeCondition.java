package dev.posthorn.server.condition;

import dev.posthorn.server.api.node.NodeView;
import dev.posthorn.server.api.node.Readiness;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether this node takes work; many threads ask. */
public final class NodeCondition implements Readiness {
    private final DiskWatch disk;
    private final BooleanSupplier storeWrites;
    private final LongSupplier databaseBytes;
    private final long startedMs;
    private volatile Stage stage = Stage.STARTING;

    private enum Stage {
        STARTING,
        SERVING,
        DRAINING
    }

    /** {@code storeWrites}: whether commits are made at present. */
    public NodeCondition(
            DiskWatch disk,
            BooleanSupplier storeWrites,
            LongSupplier databaseBytes,
            long startedMs) {
        this.disk = disk;
        this.storeWrites = storeWrites;
        this.databaseBytes = databaseBytes;
        this.startedMs = startedMs;
    }

    public void started() {
        stage = Stage.SERVING;
    }

    /** No work is taken any more; what is under way goes on. */
    public void draining() {
        stage = Stage.DRAINING;
    }

    @Override
    public Optional<String> obstacle() {
        return switch (stage) {
            case STARTING -> Optional.of("The node is starting.");
            case SERVING -> Optional.empty();
            case DRAINING -> Optional.of("The node is stopping.");
        };
    }

    @Override
    public Optional<String> degradation() {
        if (!storeWrites.getAsBoolean()) {
            return Optional.of("The database cannot be written.");
        }
        return disk.isLow()
                ? Optional.of("The disk is nearly full: less is free than min-free-disk.")
                : Optional.empty();
    }

    /** Why nothing may be published now; empty when it may. */
    Optional<String> closed() {
        if (stage == Stage.DRAINING) {
            return obstacle();
        }
        return disk.isLow() ? degradation() : Optional.empty();
    }

    public NodeView view(String name, String version, int shards) {
        String state =
                switch (stage) {
                    case STARTING -> "starting";
                    case SERVING -> degradation().isPresent() ? "degraded" : "ready";
                    case DRAINING -> "draining";
                };
        return new NodeView(
                name,
                version,
                state,
                startedMs,
                shards,
                disk.freeBytes(),
                databaseBytes.getAsLong());
    }
}
