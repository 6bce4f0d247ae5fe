package dev.posthorn.server.api.listener;

import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.listener.ListenerLines;
import java.time.InstantSource;

/** What the routes of listeners stand on. */
public record ListenerPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        ListenerAdministration listeners,
        ListenerLines lines,
        InstantSource clock) {}
