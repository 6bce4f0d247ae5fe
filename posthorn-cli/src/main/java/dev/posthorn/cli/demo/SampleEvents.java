package dev.posthorn.cli.demo;

import dev.posthorn.client.NewEvent;
import java.util.List;

/** A user, a company and a comment, each created, updated and deleted. */
final class SampleEvents {
    private static final long USER = 42;
    private static final long COMPANY = 5;
    private static final String COMMENT = "c-1001";

    private SampleEvents() {}

    static List<NewEvent> all() {
        return List.of(
                user("created", "Ada Lovelace"),
                user("updated", "Ada King, Countess of Lovelace"),
                NewEvent.of("user.deleted").entityId(USER).dataJson("{\"id\":42}"),
                company("created", "Analytical Engines"),
                company("updated", "Analytical Engines Ltd"),
                NewEvent.of("company.deleted").entityId(COMPANY).dataJson("{\"id\":5}"),
                comment("created", "First!"),
                comment("updated", "First! (edited)"),
                comment("deleted", "First! (edited)"));
    }

    private static NewEvent user(String action, String name) {
        return NewEvent.of("user." + action)
                .entityId(USER)
                .dataJson(
                        "{\"id\":42,\"email\":\"ada@example.com\",\"name\":\"%s\"}"
                                .formatted(name));
    }

    private static NewEvent company(String action, String name) {
        return NewEvent.of("company." + action)
                .entityId(COMPANY)
                .dataJson("{\"id\":5,\"name\":\"%s\",\"employees\":[42]}".formatted(name));
    }

    private static NewEvent comment(String action, String text) {
        return NewEvent.of("comment." + action)
                .entityId(COMMENT)
                .dataJson(
                        "{\"id\":\"c-1001\",\"urlId\":\"notes-on-the-engine\",\"comment\":\"%s\"}"
                                .formatted(text));
    }
}
