package dev.posthorn.bench.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Every page worth timing, with the busiest endpoint and the newest event of the folder. */
final class PageList {
    private static final Pattern WEBHOOK = Pattern.compile("href=\"/ui/webhooks/([0-9a-f-]{36})\"");
    private static final Pattern EVENT = Pattern.compile("href=\"/ui/events/([0-9a-f-]{36})\"");
    private static final Pattern ATTEMPT = Pattern.compile("attempt=([0-9a-f-]{36})");
    private static final Pattern LAST = Pattern.compile("after=([0-9a-f-]{36})");

    /** As {@code seed} names the endpoint that gets half of all events. */
    private static final String BUSIEST = "/ui/webhooks?text=Receiver+0+of+customer+0";

    private PageList() {}

    /** Paths by what they show. */
    static Map<String, String> of(SignedIn visitor) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview, 24 hours", "/ui/overview");
        pages.put("overview, 30 days", "/ui/overview?range=30d");
        webhooks(pages, visitor);
        webhook(pages, visitor);
        events(pages, visitor);
        pages.put("queue", "/ui/queue");
        pages.put("queue, one webhook open", queue(visitor));
        pages.put("resend failed", "/ui/queue/resend");
        for (String rest : new String[] {"types", "keys", "users", "organisations", "audit"}) {
            pages.put(rest, "/ui/" + rest);
        }
        pages.put("settings", "/ui/settings");
        pages.put("search an entity id", "/ui/search?q=user-4711");
        pages.put("search a name", "/ui/search?q=Receiver+17");
        return pages;
    }

    private static void webhooks(Map<String, String> pages, SignedIn visitor) {
        pages.put("webhooks", "/ui/webhooks");
        pages.put(
                "webhooks, next page", "/ui/webhooks?after=" + visitor.find("/ui/webhooks", LAST));
        pages.put("webhooks, by name", "/ui/webhooks?text=Receiver+4711");
        pages.put("new webhook", "/ui/webhooks/new");
    }

    private static void webhook(Map<String, String> pages, SignedIn visitor) {
        String webhook = "/ui/webhooks/" + visitor.find(BUSIEST, WEBHOOK);
        String log = webhook + "/log";
        pages.put("webhook, 24 hours", webhook);
        pages.put("webhook, 30 days", webhook + "?range=30d");
        pages.put("log", log);
        pages.put("log, older", log + "?after=" + visitor.find(log, LAST));
        pages.put("log, failed only", log + "?state=failed");
        pages.put("log, one row open", log + "?attempt=" + visitor.find(log, ATTEMPT));
        pages.put("webhook, test", webhook + "/test");
        pages.put("webhook, secret", webhook + "/secret");
        pages.put("webhook, settings", webhook + "/settings");
        pages.put("webhook, edit", webhook + "/edit");
    }

    private static void events(Map<String, String> pages, SignedIn visitor) {
        String event = visitor.find("/ui/events", EVENT);
        pages.put("events", "/ui/events");
        pages.put("events, older", "/ui/events?after=" + visitor.find("/ui/events", LAST));
        pages.put("events, failed", "/ui/events?state=failed");
        pages.put("events, of a type", "/ui/events?type=entity003.updated");
        pages.put("events, of an entity", "/ui/events?entity=user-4711");
        pages.put("event", "/ui/events/" + event);
    }

    private static String queue(SignedIn visitor) {
        Pattern open = Pattern.compile("[?&;]webhook=([0-9a-f-]{36})");
        return "/ui/queue?webhook=" + visitor.find("/ui/queue", open);
    }
}
