package dev.posthorn.server.dashboard.search;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.dashboard.desk.Desk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Finds the page of an id, whatever it is the id of. */
final class IdSearch {
    private final Desk desk;

    IdSearch(Desk desk) {
        this.desk = desk;
    }

    /** A path; empty when there is nothing of this id within reach. */
    Optional<String> page(String text) {
        OptionalLong seq = desk.ids().seq(text);
        return seq.isEmpty()
                ? Optional.empty()
                : kinds().stream()
                        .flatMap(kind -> kind.apply(seq.getAsLong()).stream())
                        .findFirst();
    }

    /** Those in memory first. */
    private List<LongFunction<Optional<String>>> kinds() {
        return List.of(
                this::endpoint,
                this::organisation,
                this::key,
                this::event,
                this::delivery,
                this::attempt,
                this::task);
    }

    private Optional<String> endpoint(long seq) {
        return desk.ports()
                .directory()
                .endpoint(new EndpointId(seq))
                .filter(one -> desk.covers(one.organisation()))
                .map(_ -> webhook(seq));
    }

    private String webhook(long seq) {
        return "/ui/webhooks/" + desk.ids().text(seq);
    }

    private Optional<String> organisation(long seq) {
        return desk.visitor().role() == Role.OPERATOR
                ? desk.ports()
                        .directory()
                        .organisation(new OrganisationId(seq))
                        .map(_ -> "/ui/organisations/" + desk.ids().text(seq))
                : Optional.empty();
    }

    /** Keys have a list only: it begins with this one. */
    private Optional<String> key(long seq) {
        boolean known =
                desk.visitor().role().administers()
                        && desk.keys().stream().anyMatch(key -> key.id().equals(new KeyId(seq)));
        return known ? Optional.of("/ui/keys?after=" + desk.ids().text(seq + 1)) : Optional.empty();
    }

    private Optional<String> event(long seq) {
        return desk.log().event(new EventId(seq)).map(_ -> event(new EventId(seq)));
    }

    private String event(EventId id) {
        return "/ui/events/" + desk.ids().text(id.seq());
    }

    private Optional<String> delivery(long seq) {
        return desk.log().delivery(new DeliveryId(seq)).map(one -> event(one.event()));
    }

    private Optional<String> attempt(long seq) {
        return desk.log()
                .attempt(new AttemptId(seq))
                .map(one -> webhook(one.endpoint().seq()) + "/log?attempt=" + desk.ids().text(seq));
    }

    private Optional<String> task(long seq) {
        return desk.log()
                .task(new TaskId(seq))
                .filter(task -> task.target() != 0)
                .map(task ->
                        task.type().equals(Task.ENDPOINT_TEST)
                                ? webhook(task.target()) + "/test?task=" + desk.ids().text(seq)
                                : webhook(task.target()));
    }
}
