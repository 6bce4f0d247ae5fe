package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.server.dashboard.visit.PageRoute;
import java.util.List;
import java.util.stream.Stream;

/** All pages of one webhook. */
public final class WebhookTabPages {
    public List<PageRoute> routes() {
        return Stream.of(
                        OverviewPages.routes(),
                        LogPages.routes(),
                        TestPages.routes(),
                        SecretPages.routes(),
                        SettingsPages.routes())
                .flatMap(List::stream)
                .toList();
    }
}
