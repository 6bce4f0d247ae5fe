package dev.posthorn.server.api.key;

import dev.posthorn.core.administration.Chance;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.server.api.caller.KeyUses;
import dev.posthorn.server.api.json.Documents;
import java.time.InstantSource;

/**
 * What the routes of keys need besides the administration.
 *
 * @param chance makes tokens
 */
public record KeyPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        KeyUses uses,
        Chance chance,
        InstantSource clock) {}
