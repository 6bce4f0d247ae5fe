package dev.posthorn.server.dashboard;

import dev.posthorn.server.dashboard.asset.Assets;
import dev.posthorn.server.dashboard.deliveries.DeliveryPages;
import dev.posthorn.server.dashboard.desk.DeskPorts;
import dev.posthorn.server.dashboard.events.EventPages;
import dev.posthorn.server.dashboard.events.PublishPages;
import dev.posthorn.server.dashboard.home.HomePages;
import dev.posthorn.server.dashboard.queue.QueuePages;
import dev.posthorn.server.dashboard.queue.ResendPages;
import dev.posthorn.server.dashboard.signin.LinkPages;
import dev.posthorn.server.dashboard.signin.SignInPages;
import dev.posthorn.server.dashboard.types.TypePages;
import dev.posthorn.server.dashboard.visit.Choices;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Frames;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.dashboard.visit.Reception;
import dev.posthorn.server.dashboard.visit.Safety;
import dev.posthorn.server.dashboard.visit.Templates;
import dev.posthorn.server.dashboard.webhook.WebhookTabPages;
import dev.posthorn.server.dashboard.webhookform.WebhookFormPages;
import dev.posthorn.server.dashboard.webhooks.WebhookPages;
import dev.posthorn.server.dashboard.words.Bundles;
import dev.posthorn.server.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every page of the dashboard. */
public final class Dashboard {
    /** Where everybody begins. */
    private static final String START = "/ui/webhooks";

    private Dashboard() {}

    /**
     * The routes of all pages and files.
     *
     * @param tls whether people reach us by https
     * @param portalOrigins whose pages may hold a portal's
     */
    public static List<Route> routes(
            DeskPorts ports, People people, boolean tls, List<String> portalOrigins) {
        Cookies cookies = new Cookies(tls);
        Assets assets = Assets.load();
        Reception reception =
                new Reception(
                        ports,
                        people,
                        cookies,
                        new Frames(Bundles.load(), assets, ports.clock()),
                        new Templates(),
                        new Safety(portalOrigins));
        List<Route> routes = new ArrayList<>(List.of(assets.route()));
        pages(people, cookies).forEach(page -> routes.add(reception.route(page)));
        return routes;
    }

    /** One line for each area of pages. */
    private static Stream<PageRoute> pages(People people, Cookies cookies) {
        return Stream.of(
                        List.of(
                                PageRoute.get("/", Need.NOTHING, visit -> visit.to("/ui")),
                                PageRoute.get("/ui", Need.SIGNED_IN, visit -> visit.to(START))),
                        new SignInPages(people, cookies).routes(),
                        new LinkPages(people, cookies).routes(),
                        new Choices(cookies).routes(),
                        new WebhookPages().routes(),
                        new WebhookFormPages().routes(),
                        new WebhookTabPages().routes(),
                        new EventPages().routes(),
                        new PublishPages().routes(),
                        new DeliveryPages().routes(),
                        new QueuePages().routes(),
                        new ResendPages().routes(),
                        new HomePages().routes(),
                        new TypePages().routes())
                .flatMap(List::stream);
    }
}
