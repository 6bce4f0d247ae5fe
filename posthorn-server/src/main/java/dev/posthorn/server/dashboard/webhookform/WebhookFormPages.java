package dev.posthorn.server.dashboard.webhookform;

import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.api.endpoint.EndpointReading;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Making and changing webhooks. */
public final class WebhookFormPages {
    private static final String LIST = "/ui/webhooks";
    private static final String TEMPLATE = "page/webhookform";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST + "/new", Need.MANAGES, WebhookFormPages::blank),
                PageRoute.post(LIST + "/new", Need.MANAGES, WebhookFormPages::create),
                PageRoute.get(LIST + "/{id}/edit", Need.MANAGES, WebhookFormPages::edit),
                PageRoute.post(LIST + "/{id}/edit", Need.MANAGES, WebhookFormPages::update));
    }

    private static TriggerGrid grid(Visit visit) {
        return TriggerGrid.of(visit.desk().eventTypes());
    }

    private static Response blank(Visit visit) {
        return show(visit, 200, Optional.empty(), TypedWebhook.blank(), Map.of());
    }

    private static Response edit(Visit visit) {
        Endpoint endpoint = endpoint(visit);
        TypedWebhook typed = TypedWebhook.of(endpoint, grid(visit).boxes());
        return show(visit, 200, Optional.of(endpoint), typed, Map.of());
    }

    private static Endpoint endpoint(Visit visit) {
        return visit.desk().endpoint(visit.request().value("id"));
    }

    private static Response create(Visit visit) {
        TypedWebhook typed = TypedWebhook.of(visit.form());
        if (visit.form().has("more")) {
            return show(visit, 200, Optional.empty(), typed.withHeader(), Map.of());
        }
        Organisation owner = visit.desk().home();
        WebhookJson json = new WebhookJson();
        EndpointReading.Reading read =
                read(
                        visit,
                        json.of(typed, TypedRetry.PROFILE),
                        EndpointSettings.of("", typed.profile()));
        Map<String, String> problems = problems(visit, json, read);
        if (!problems.isEmpty()) {
            return show(visit, 422, Optional.empty(), typed, problems);
        }
        EndpointSettings start = EndpointSettings.of("", owner.defaultProfile());
        EndpointResult result =
                visit.desk()
                        .create(
                                new NewEndpoint(
                                        owner.id(),
                                        null,
                                        read.settings().apply(start),
                                        null,
                                        typed.active()
                                                ? NewEndpoint.Start.TESTED
                                                : NewEndpoint.Start.DEACTIVATED));
        return switch (result) {
            case EndpointResult.Done _ ->
                    visit.to(LIST, typed.active() ? "created" : "created-off");
            case EndpointResult.Refused(var why) ->
                    show(visit, 422, Optional.empty(), typed, FormProblems.of(why, visit.words()));
        };
    }

    private static Response update(Visit visit) {
        Endpoint endpoint = endpoint(visit);
        TypedWebhook typed = TypedWebhook.of(visit.form());
        if (visit.form().has("more")) {
            return show(visit, 200, Optional.of(endpoint), typed.withHeader(), Map.of());
        }
        WebhookJson json = new WebhookJson();
        TypedRetry before = TypedRetry.of(endpoint.settings().retry());
        EndpointReading.Reading read = read(visit, json.of(typed, before), endpoint.settings());
        Map<String, String> problems = problems(visit, json, read);
        if (!problems.isEmpty()) {
            return show(visit, 422, Optional.of(endpoint), typed, problems);
        }
        EndpointResult result =
                visit.desk()
                        .update(
                                endpoint.id(),
                                new EndpointUpdate(read.settings(), null, null, null));
        return switch (result) {
            case EndpointResult.Done(_, var test) ->
                    visit.to(LIST, test == null ? "saved" : "saved-test");
            case EndpointResult.Refused(var why) ->
                    show(
                            visit,
                            422,
                            Optional.of(endpoint),
                            typed,
                            FormProblems.of(why, visit.words()));
        };
    }

    private static EndpointReading.Reading read(Visit visit, byte[] json, EndpointSettings before) {
        return new EndpointReading(visit.desk().ports().urls(), visit.desk().ports().clock())
                .read(json, before);
    }

    private static Map<String, String> problems(
            Visit visit, WebhookJson json, EndpointReading.Reading read) {
        Map<String, String> problems = new TreeMap<>();
        read.problems().forEach((field, what) -> problems.put(field, FormProblems.sentence(what)));
        json.problems().forEach((field, key) -> problems.put(field, visit.words().say(key)));
        return problems;
    }

    private static Response show(
            Visit visit,
            int status,
            Optional<Endpoint> endpoint,
            TypedWebhook typed,
            Map<String, String> problems) {
        WebhookForm form =
                new WebhookForm(
                        endpoint.map(one -> visit.desk().ids().text(one.id().seq())).orElse(""),
                        endpoint.map(one -> one.settings().name())
                                .orElseGet(() -> visit.words().say("webhook.new")),
                        visit.desk().home().name(),
                        typed,
                        problems,
                        grid(visit),
                        ProfileCards.of(visit));
        return visit.page(status, TEMPLATE, form);
    }
}
