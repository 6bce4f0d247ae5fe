package dev.posthorn.server.store.config;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.row.Bind;
import dev.posthorn.server.store.row.KeyCodec;
import dev.posthorn.server.store.row.OrganisationCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes configuration changes; commands to lanes are only written down here. */
public final class SaveConfiguration {
    private final PreparedStatement organisation;
    private final PreparedStatement key;
    private final PreparedStatement keyUse;
    private final SaveEndpoints endpoints;
    private final SaveTasks tasks;
    private final SaveCatalogue catalogue;
    private final SavePeople people;
    private final SaveAudit audit;
    private final PreparedStatement expunge;
    private final LaneCommandRows commands;
    private final Erasing erasing;
    private final Purged purged;
    private final Sequence sequence;

    public SaveConfiguration(
            Connection connection, SecretBox box, Erasing erasing, Purged purged, Sequence sequence)
            throws SQLException {
        organisation =
                connection.prepareStatement(
                        """
                        INSERT INTO organisation (seq, uid, body) VALUES (?, ?, ?)
                        ON CONFLICT (seq) DO UPDATE SET uid = excluded.uid, body = excluded.body
                        """);
        key =
                connection.prepareStatement(
                        """
                        INSERT INTO api_key (seq, org, token_hash, body) VALUES (?, ?, ?, ?)
                        ON CONFLICT (seq) DO UPDATE SET org = excluded.org,
                            token_hash = excluded.token_hash, body = excluded.body
                        """);
        keyUse = connection.prepareStatement("UPDATE api_key SET last_used = ? WHERE seq = ?");
        endpoints = new SaveEndpoints(connection, box);
        tasks = new SaveTasks(connection, box);
        catalogue = new SaveCatalogue(connection);
        people = new SavePeople(connection);
        audit = new SaveAudit(connection, sequence);
        expunge = connection.prepareStatement("UPDATE event SET data = NULL WHERE seq = ?");
        this.commands = new LaneCommandRows(connection);
        this.erasing = erasing;
        this.purged = purged;
        this.sequence = sequence;
    }

    /** Writes the changes and returns the commands to carry out once they are durable. */
    public List<LaneCommandRows.Row> write(List<Change> changes, long nowMs) throws SQLException {
        List<LaneCommandRows.Row> asked = new ArrayList<>();
        for (Change change : changes) {
            if (!purged.isEmpty() && purged.covers(change)) {
                continue;
            }
            LaneCommand command = write(change, nowMs);
            if (command != null) {
                var row = new LaneCommandRows.Row(sequence.next(1, nowMs), command);
                commands.insert(row);
                asked.add(row);
            }
        }
        return asked;
    }

    private @Nullable LaneCommand write(Change change, long nowMs) throws SQLException {
        switch (change) {
            case Change.OrganisationChange(var changed) -> write(changed);
            case Change.KeyChange(var changed) -> write(changed);
            case Change.EndpointChange(var changed) -> endpoints.write(changed);
            case Change.OwnProfileChange(var version) -> catalogue.write(version);
            case Change.EventTypeChange(var entry) -> catalogue.write(entry);
            case Change.TaskChange(var changed) -> tasks.write(changed);
            case Change.TestAttempt test -> tasks.write(test);
            case Change.PeopleChange(var changed) -> people.write(changed);
            case Change.Expunge(var event) -> {
                expunge.setLong(1, event.seq());
                expunge.executeUpdate();
            }
            case Change.Purge purge -> erasing.write(purge, sequence.next(1, nowMs), nowMs);
            case Change.Audited(var entry) -> audit.write(entry, nowMs);
            case Change.CancelPending(var endpoint, String reason, long atMs) -> {
                return new LaneCommand.Cancel(endpoint.id(), reason, atMs);
            }
            case Change.Reorder(var endpoint) -> {
                return new LaneCommand.Reorder(endpoint.id(), endpoint.settings().ordering());
            }
        }
        return null;
    }

    /** When keys were last used. */
    public void write(Map<KeyId, Long> lastUsedMs) throws SQLException {
        for (var use : lastUsedMs.entrySet()) {
            keyUse.setLong(1, use.getValue());
            keyUse.setLong(2, use.getKey().seq());
            keyUse.addBatch();
        }
        keyUse.executeBatch();
    }

    private void write(Organisation changed) throws SQLException {
        organisation.setLong(1, changed.id().seq());
        organisation.setString(2, changed.uid());
        organisation.setString(3, OrganisationCodec.encode(changed));
        organisation.executeUpdate();
    }

    private void write(Key changed) throws SQLException {
        OrganisationId owner = changed.organisation();
        key.setLong(1, changed.id().seq());
        Bind.number(key, 2, owner == null ? null : (Long) owner.seq());
        key.setString(3, changed.tokenHash());
        key.setString(4, KeyCodec.encode(changed));
        key.executeUpdate();
    }

    /** Writes down, in the open transaction, that an organisation is to be erased. */
    @FunctionalInterface
    public interface Erasing {
        /** {@code seq}: the newest number there is. */
        void write(Change.Purge purge, long seq, long nowMs) throws SQLException;
    }
}
