package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.webhooks.WebhookPages;
import java.util.ArrayList;
import java.util.List;

/** The views of a webhook, in the order of their tabs. */
enum Section {
    OVERVIEW("", "webhook.tab.overview"),
    LOG("/log", "webhook.tab.log"),
    TEST("/test", "webhook.tab.test"),
    SECRET("/secret", "webhook.tab.secret"),
    SETTINGS("/settings", "webhook.tab.settings");

    private static final String ONE = WebhookPages.LIST + "/{id}";

    private final String path;
    private final String label;

    Section(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** For routes; {@code more} follows it. */
    String template(String more) {
        return ONE + path + more;
    }

    /** Of the webhook with this public id. */
    String href(String id) {
        return WebhookPages.LIST + "/" + id + path;
    }

    static List<Tab> tabs(String id, Section shown, Visit visit) {
        List<Tab> tabs = new ArrayList<>();
        for (Section section : values()) {
            String label = visit.words().say(section.label);
            tabs.add(new Tab(label, section.href(id), section == shown, ""));
        }
        return tabs;
    }
}
