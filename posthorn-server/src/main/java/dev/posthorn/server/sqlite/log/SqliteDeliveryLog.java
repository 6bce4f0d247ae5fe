package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.row.EndpointCodec;
import dev.posthorn.server.store.row.RequestCodec;
import dev.posthorn.server.store.row.TaskCodec;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.PageOfIds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log in SQLite. A list is two steps: a scan of keys in order finds which rows it shows, within
 * its budget, then each is read by its key.
 */
public final class SqliteDeliveryLog implements DeliveryLog {
    private static final KeyRange ALL = KeyRange.of(TimeRange.ALWAYS);

    private final SqliteReaders readers;
    private final EndpointCodec endpoints;
    private final RequestCodec requests;
    private final TaskCodec taskCodec;

    public SqliteDeliveryLog(SqliteReaders readers, SecretBox box) {
        this.readers = readers;
        this.endpoints = new EndpointCodec(box);
        this.requests = new RequestCodec(box);
        this.taskCodec = new TaskCodec(box);
    }

    @Override
    public Page<EventSummary> events(EventFilter filter, PageRequest page) {
        return readers.read(connection ->
                PageOfIds.read(
                                connection,
                                new EventListing(connection, filter),
                                KeyRange.of(filter.created()),
                                page)
                        .load(new EventRows(connection)::summary));
    }

    @Override
    public Optional<EventSummary> eventSummary(EventId id) {
        return readers.read(connection -> new EventRows(connection).summary(id.seq()));
    }

    @Override
    public Optional<Event> event(EventId id) {
        return readers.read(connection -> new EventRows(connection).whole(id.seq()));
    }

    @Override
    public Page<DeliverySummary> deliveries(DeliveryFilter filter, PageRequest page) {
        return readers.read(connection ->
                PageOfIds.read(
                                connection,
                                new DeliveryListing(connection, filter),
                                KeyRange.of(filter.created()),
                                page)
                        .load(new DeliveryRows(connection)::summary));
    }

    @Override
    public Optional<DeliverySummary> delivery(DeliveryId id) {
        return readers.read(connection -> new DeliveryRows(connection).summary(id.seq()));
    }

    @Override
    public Set<EventId> reached(EndpointId endpoint, List<EventId> events) {
        return readers.read(connection -> new DeliveryRows(connection).reached(endpoint, events));
    }

    @Override
    public Page<AttemptEntry> attempts(AttemptFilter filter, PageRequest page) {
        return readers.read(connection -> {
            Listing listing = new AttemptListing(connection, filter);
            PageOfIds ids = PageOfIds.read(connection, listing, ALL, page);
            return new AttemptRows(connection, requests).page(ids);
        });
    }

    @Override
    public Optional<AttemptEntry> attempt(AttemptId id) {
        return readers.read(connection -> new AttemptRows(connection, requests).entry(id.seq()));
    }

    @Override
    public Optional<Task> task(TaskId id) {
        return readers.read(
                connection -> new ConfigurationRows(connection).task(id.seq(), taskCodec));
    }

    @Override
    public Page<Task> tasks(
            @Nullable OrganisationId organisation,
            @Nullable String type,
            Task.@Nullable State state,
            PageRequest page) {
        Listing listing = new TaskListing(organisation, type, state);
        return readers.read(connection -> {
            ConfigurationRows rows = new ConfigurationRows(connection);
            return PageOfIds.read(connection, listing, ALL, page)
                    .load(seq -> rows.task(seq, taskCodec));
        });
    }

    @Override
    public Page<AuditLine> audit(AuditFilter filter, TimeRange written, PageRequest page) {
        return readers.read(connection ->
                PageOfIds.read(connection, new AuditListing(filter), KeyRange.of(written), page)
                        .load(seq -> AuditListing.line(connection, seq)));
    }

    @Override
    public Optional<Endpoint> revision(EndpointId id, int revision) {
        return readers.read(
                connection -> new ConfigurationRows(connection).revision(id, revision, endpoints));
    }

    @Override
    public OptionalInt profileVersion(EndpointId id, int revision) {
        return readers.read(
                connection -> new ConfigurationRows(connection).profileVersion(id, revision));
    }

    @Override
    public int due(EndpointId endpoint, long nowMs, int most) {
        return readers.read(connection -> new DeliveryRows(connection).due(endpoint, nowMs, most));
    }
}
