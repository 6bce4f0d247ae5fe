package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.shown.JsonLayout;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Publishing one event by hand, starting from an example of the catalogue. */
public final class PublishPages {
    private static final String PATH = EventPages.LIST + "/new";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(PATH, Need.MANAGES, PublishPages::blank),
                PageRoute.post(PATH, Need.MANAGES, PublishPages::publish));
    }

    private static Response blank(Visit visit) {
        List<String> types = visit.desk().eventTypes();
        String type = visit.asked("type").orElse(types.isEmpty() ? "" : types.getFirst());
        return show(visit, 200, type, "", example(type, visit), Map.of());
    }

    private static String example(String type, Visit visit) {
        return Optional.of(type)
                .filter(EventType::isSlug)
                .map(EventType::new)
                .flatMap(visit.desk().ports().directory().eventTypes()::entry)
                .map(TypeEntry::example)
                .map(Payload::text)
                .map(JsonLayout::of)
                .orElse("{}");
    }

    private static Response publish(Visit visit) {
        String type = visit.form().filled("type").orElse("");
        String entity = visit.form().filled("entity").orElse("");
        String data = visit.form().text("data");
        Desk desk = visit.desk();
        try {
            byte[] json = HandEvent.json(type, entity, data, desk.ids());
            EventId made = desk.sending().publish(desk.home(), json);
            return visit.to(EventPages.LIST + "/" + desk.ids().text(made.seq()), "published");
        } catch (RefusedException e) {
            return show(visit, 422, type, entity, data, problems(e.error()));
        }
    }

    /** JSON that cannot be read can only be the data: the rest is written here. */
    private static Map<String, String> problems(ApiError error) {
        Map<String, String> problems = new LinkedHashMap<>();
        error.params().forEach((field, what) -> problems.put(field, sentence(what)));
        if (problems.isEmpty()) {
            problems.put("data", error.message());
        }
        return problems;
    }

    private static String sentence(String problem) {
        return problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1) + ".";
    }

    private static Response show(
            Visit visit,
            int status,
            String type,
            String entity,
            String data,
            Map<String, String> problems) {
        PublishForm form =
                new PublishForm(
                        visit.desk().eventTypes(),
                        type,
                        entity,
                        data,
                        visit.desk().home().name(),
                        problems);
        return visit.page(status, "page/publish", form);
    }
}
