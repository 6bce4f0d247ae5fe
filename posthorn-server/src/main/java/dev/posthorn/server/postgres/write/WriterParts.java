package dev.posthorn.server.postgres.write;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.partition.Partitions;
import dev.posthorn.server.store.commit.WriterLimits;
import java.time.InstantSource;

/**
 * What all writers share.
 *
 * @param listener called by several threads, at times at once
 */
public record WriterParts(
        Connections connections,
        Partitions partitions,
        Sequence sequence,
        CancelRows cancels,
        Erased erased,
        AttemptBodies bodies,
        CommitListener listener,
        InstantSource clock,
        WriterLimits limits) {}
