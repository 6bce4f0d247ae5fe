package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.user.Role;
import dev.posthorn.server.http.Method;
import dev.posthorn.server.http.Route;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for every page, also for those made later. */
class SafetyTest {
    private static final List<String> OPEN =
            List.of("/ui/sign-in", "/ui/first", "/ui/password", "/ui/portal/", "/ui/language");

    private final DashboardFixture dashboard = new DashboardFixture();

    @AfterEach
    void close() {
        dashboard.close();
    }

    private List<String> paths(Method method) {
        return dashboard.routes.stream()
                .filter(route -> route.method() == method)
                .filter(route -> route.work() instanceof Route.Work.Blocking)
                .map(Route::template)
                .filter(path -> !path.startsWith("/ui/assets"))
                .map(path -> path.replaceAll("\\{\\w+}", DashboardFixture.text(1)))
                .toList();
    }

    @Test
    void every_page_says_that_nothing_foreign_may_run_or_hold_it() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        for (String path : paths(Method.GET)) {
            if (path.endsWith(".css")) {
                continue;
            }
            Browser.Seen page = operator.get(path);
            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(page.text()).doesNotContain(" style=", "<style", " onclick=");
        }
    }

    @Test
    void every_form_is_refused_without_its_token() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        for (String path : paths(Method.POST)) {
            assertThat(operator.withoutToken().post(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void strangers_see_nothing_but_the_door() {
        for (Method method : List.of(Method.GET, Method.POST)) {
            for (String path : paths(method)) {
                if (path.equals("/") || OPEN.stream().anyMatch(path::startsWith)) {
                    continue;
                }
                Browser stranger = dashboard.browser();
                var seen = method == Method.GET ? stranger.get(path) : stranger.post(path);
                boolean theme = path.equals("/ui/theme");
                assertThat(seen.status()).as(method + " " + path).isEqualTo(theme ? 403 : 303);
                assertThat(seen.header("Location")).startsWith(theme ? "" : "/ui/sign-in");
            }
        }
    }

    @Test
    void strangers_hear_of_nothing() {
        assertThat(dashboard.browser().get("/ui/live").status()).isEqualTo(401);
        assertThat(dashboard.signedIn("acme", Role.VIEWER).get("/ui/live?webhook=x").status())
                .isEqualTo(404);
    }

    @Test
    void files_are_kept_for_ever_at_addresses_of_their_content() {
        String page = dashboard.browser().get("/ui/sign-in").text();
        String path = page.replaceAll("(?s).*href=\"(/ui/assets/\\w+/look.css)\".*", "$1");

        Browser.Seen file = dashboard.browser().get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(file.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(dashboard.browser().get("/ui/assets/0000/look.css").status()).isEqualTo(404);
        Browser.Seen zipped = dashboard.browser().sending("Accept-Encoding", "gzip").get(path);
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    }
}
