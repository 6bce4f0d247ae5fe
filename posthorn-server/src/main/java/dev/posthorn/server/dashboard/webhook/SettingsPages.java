package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;

/** What is set for a webhook, and holding or ending it. */
final class SettingsPages {
    private SettingsPages() {}

    static List<PageRoute> routes() {
        return List.of(
                PageRoute.get(Section.SETTINGS.template(""), Need.SIGNED_IN, SettingsPages::show),
                PageRoute.post(
                        Section.OVERVIEW.template("/pause"), Need.MANAGES, SettingsPages::pause));
    }

    private static Response show(Visit visit) {
        return visit.page(
                "page/webhook-settings", SettingsView.of(visit, OverviewPages.webhook(visit)));
    }

    private static Response pause(Visit visit) {
        DeskWebhook webhook = OverviewPages.webhook(visit);
        boolean held = visit.form().text("paused").equals("true");
        webhook.hold(held);
        String back = Visit.back(visit.form().text("back"), Section.OVERVIEW.href(webhook.id()));
        return visit.to(back, held ? "held" : "resumed");
    }
}
