package dev.posthorn.server;

import dev.posthorn.server.condition.DiskWatch;
import dev.posthorn.server.condition.NodeCondition;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import io.vertx.core.Vertx;
import java.io.File;
import java.time.InstantSource;

/** Keeps an eye on the node: its disk every few seconds, its store when somebody asks. */
final class Watching implements AutoCloseable {
    private final NodeCondition node;
    private final Vertx vertx;
    private final long timer;

    Watching(Vertx vertx, Settings settings, Storage storage, InstantSource clock) {
        this.vertx = vertx;
        File database = storage.folder().database().toFile();
        File log = new File(database.getPath() + "-wal");
        DiskWatch disk = DiskWatch.of(settings.dataFolder(), settings.get(Known.MIN_FREE_DISK));
        node =
                new NodeCondition(
                        disk,
                        storage.store()::isWriting,
                        () -> database.length() + log.length(),
                        clock.millis());
        disk.look();
        timer =
                vertx.setPeriodic(
                        DiskWatch.LOOK_EVERY_MS,
                        _ -> Thread.ofVirtual().name("disk-watch").start(disk::look));
    }

    NodeCondition node() {
        return node;
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
