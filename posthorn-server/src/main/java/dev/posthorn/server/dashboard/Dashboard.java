package dev.posthorn.server.dashboard;

import dev.posthorn.server.dashboard.asset.Assets;
import dev.posthorn.server.dashboard.audit.AuditPage;
import dev.posthorn.server.dashboard.deliveries.DeliveryPages;
import dev.posthorn.server.dashboard.desk.DeskPorts;
import dev.posthorn.server.dashboard.events.EventPages;
import dev.posthorn.server.dashboard.events.PublishPages;
import dev.posthorn.server.dashboard.guide.FirstVisit;
import dev.posthorn.server.dashboard.guide.GuidePages;
import dev.posthorn.server.dashboard.home.HomePages;
import dev.posthorn.server.dashboard.keys.KeyPages;
import dev.posthorn.server.dashboard.live.LivePages;
import dev.posthorn.server.dashboard.live.Viewers;
import dev.posthorn.server.dashboard.organisations.OrganisationPages;
import dev.posthorn.server.dashboard.queue.QueuePages;
import dev.posthorn.server.dashboard.queue.ResendPages;
import dev.posthorn.server.dashboard.search.SearchPage;
import dev.posthorn.server.dashboard.settings.SettingsPage;
import dev.posthorn.server.dashboard.signin.LinkPages;
import dev.posthorn.server.dashboard.signin.SignInPages;
import dev.posthorn.server.dashboard.types.TypePages;
import dev.posthorn.server.dashboard.users.UserPages;
import dev.posthorn.server.dashboard.visit.Choices;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Frames;
import dev.posthorn.server.dashboard.visit.Installation;
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
    private Dashboard() {}

    /**
     * The routes of all pages and files.
     *
     * @param here the server it belongs to
     */
    public static List<Route> routes(DeskPorts ports, People people, Installation here) {
        Cookies cookies = new Cookies(here.tls());
        Assets assets = Assets.load();
        Reception reception =
                new Reception(
                        ports,
                        people,
                        cookies,
                        new Frames(Bundles.load(), assets, ports.clock()),
                        new Templates(),
                        new Safety(here.portalOrigins()));
        Viewers viewers =
                new Viewers(ports.engine(), ports.directory(), ports.statistics(), ports.clock());
        List<Route> routes =
                new ArrayList<>(
                        List.of(assets.route(), new LivePages(viewers, reception::peek).route()));
        pages(people, cookies, here).forEach(page -> routes.add(reception.route(page)));
        return routes;
    }

    /** One line for each area of pages. */
    private static Stream<PageRoute> pages(People people, Cookies cookies, Installation here) {
        return Stream.of(
                        List.of(
                                PageRoute.get("/", Need.NOTHING, visit -> visit.to("/ui")),
                                PageRoute.get(
                                        "/ui",
                                        Need.SIGNED_IN,
                                        visit -> visit.to(FirstVisit.start(visit)))),
                        new GuidePages(cookies, here).routes(),
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
                        new TypePages().routes(),
                        new UserPages(people, cookies, here).routes(),
                        new KeyPages(people, cookies).routes(),
                        new OrganisationPages().routes(),
                        new AuditPage().routes(),
                        new SearchPage().routes(),
                        new SettingsPage(here.settings()).routes())
                .flatMap(List::stream);
    }
}
