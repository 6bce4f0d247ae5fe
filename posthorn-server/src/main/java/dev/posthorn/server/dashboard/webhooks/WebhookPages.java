package dev.posthorn.server.dashboard.webhooks;

import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.function.UnaryOperator;

/** The list of webhooks, and the switch in each of its rows. */
public final class WebhookPages {
    public static final String LIST = "/ui/webhooks";

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST, Need.SIGNED_IN, WebhookPages::list),
                PageRoute.post(LIST + "/{id}/active", Need.MANAGES, WebhookPages::switched),
                PageRoute.post(LIST + "/{id}/hold", Need.MANAGES, WebhookPages::hold));
    }

    private static Response list(Visit visit) {
        return visit.page("page/webhooks", WebhookList.of(visit));
    }

    private static Response switched(Visit visit) {
        Endpoint endpoint = visit.desk().endpoint(visit.request().value("id"));
        String back = Visit.back(visit.form().text("back"), LIST);
        if (visit.form().text("active").equals("true")) {
            visit.desk()
                    .update(
                            endpoint.id(),
                            new EndpointUpdate(
                                    UnaryOperator.identity(), null, null, EndpointUpdate.Wish.NEW));
            return visit.to(back, "activated");
        }
        LaneView lane = visit.desk().lanes().get(endpoint.id());
        long waiting = lane == null ? 0 : lane.pending();
        boolean sure = visit.form().text("sure").equals("true");
        if (waiting > 0 && !sure && endpoint.state() != EndpointState.DEACTIVATED) {
            return visit.page(
                    "page/deactivate",
                    new Deactivation(
                            visit.desk().ids().text(endpoint.id().seq()),
                            WebhookRow.name(endpoint, visit.words()),
                            waiting,
                            back));
        }
        visit.desk().update(endpoint.id(), EndpointUpdate.deactivate());
        return visit.to(back, "deactivated");
    }

    private static Response hold(Visit visit) {
        Endpoint endpoint = visit.desk().endpoint(visit.request().value("id"));
        visit.desk()
                .update(
                        endpoint.id(),
                        new EndpointUpdate(
                                before -> new SettingsDraft(before).paused(true).settings(),
                                null,
                                null,
                                null));
        return visit.to(Visit.back(visit.form().text("back"), LIST), "saved");
    }
}
