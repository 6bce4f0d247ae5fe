package dev.posthorn.core.lane;

import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.Journal;

/** What the dispatcher reaches the world through. All answers come on the dispatcher's thread. */
public record DispatchPorts(
        Backlog backlog, Sender sender, Journal journal, Alarm alarm, LaneEvents events) {}
