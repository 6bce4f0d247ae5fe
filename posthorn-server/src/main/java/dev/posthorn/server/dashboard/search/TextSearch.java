package dev.posthorn.server.dashboard.search;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds organisations and webhooks by name, own id or URL, and events by entity id. */
final class TextSearch {
    /** Of a kind: who gets more types more. */
    private static final int MOST = 20;

    private final Visit visit;
    private final String text;
    private final String lower;

    TextSearch(Visit visit, String text) {
        this.visit = visit;
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        organisations().forEach(hits::add);
        endpoints().forEach(hits::add);
        if (hasEvents()) {
            hits.add(new Hit("events", text, "", "/ui/events?entity=" + Visit.encoded(text)));
        }
        return hits;
    }

    private Stream<Hit> organisations() {
        if (visit.desk().visitor().role() != Role.OPERATOR) {
            return Stream.empty();
        }
        return visit.desk().organisations().stream()
                .filter(one -> has(one.name()) || text.equals(one.uid()))
                .limit(MOST)
                .map(this::hit);
    }

    private Hit hit(Organisation one) {
        String id = visit.desk().ids().text(one.id().seq());
        String uid = one.uid();
        return new Hit(
                "organisation", one.name(), uid == null ? id : uid, "/ui/organisations/" + id);
    }

    private Stream<Hit> endpoints() {
        return visit.desk().endpoints().stream()
                .filter(one ->
                        has(one.settings().url())
                                || has(one.settings().name())
                                || text.equals(one.uid()))
                .limit(MOST)
                .map(this::hit);
    }

    private Hit hit(Endpoint one) {
        String name = one.settings().name();
        return new Hit(
                "webhook",
                name == null ? visit.words().say("webhooks.unnamed") : name,
                one.settings().url(),
                "/ui/webhooks/" + visit.desk().ids().text(one.id().seq()));
    }

    private boolean has(@Nullable String where) {
        return where != null && where.toLowerCase(Locale.ROOT).contains(lower);
    }

    private boolean hasEvents() {
        boolean number = text.matches("-?[0-9]{1,40}");
        return text.length() <= EntityId.MAX_LENGTH
                && (has(new EntityId.Text(text)) || (number && has(new EntityId.Numeric(text))));
    }

    private boolean has(EntityId entity) {
        return !visit.desk()
                .log()
                .events(null, null, null, entity, TimeRange.ALWAYS, PageRequest.newest(1))
                .rows()
                .isEmpty();
    }
}
