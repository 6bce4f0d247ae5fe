package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.retry.RetryDecision;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.dashboard.words.Bundles;
import dev.posthorn.server.dashboard.words.Language;
import dev.posthorn.server.dashboard.words.Words;
import dev.posthorn.server.http.Method;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguagesTest {
    /** A place nobody filled keeps its braces. */
    private static final Pattern UNFILLED = Pattern.compile("\\{\\d}");

    private final DashboardFixture dashboard = new DashboardFixture();

    @AfterEach
    void close() {
        dashboard.close();
    }

    private List<String> pages() {
        return dashboard.routes.stream()
                .filter(route -> route.method() == Method.GET)
                .filter(route -> route.work() instanceof Route.Work.Blocking)
                .map(Route::template)
                .filter(path -> path.startsWith("/ui/"))
                .filter(path -> !path.endsWith(".css") && !path.contains("{"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_speaks_the_language_of_the_browser(Language language) {
        Browser operator =
                dashboard.signedIn(null, Role.OPERATOR).sending("Accept-Language", language.tag());
        dashboard.endpoint("acme", "Ours", "https://acme.example/in");
        for (String path : pages()) {
            Browser.Seen page = operator.get(path);
            if (page.status() == 303) {
                continue;
            }
            assertThat(page.text()).as(path).contains("<html lang=\"" + language.tag() + "\"");
            assertThat(page.text()).as(path).doesNotContainPattern(UNFILLED);
        }
    }

    @Test
    void has_words_for_why_deliveries_ended() {
        Words words = Bundles.load().of("", "");

        assertThat(
                        Stream.concat(
                                Stream.of(RetryDecision.Reason.values()).map(one -> one.code()),
                                Stream.of(Verdict.ON_REQUEST, Verdict.ENDPOINT_DEACTIVATED)))
                .allMatch(code -> words.has("reason." + code));
    }

    @Test
    void keeps_the_language_somebody_chose_whatever_the_browser_says() {
        Browser member = dashboard.signedIn("acme", Role.MEMBER).sending("Accept-Language", "es");
        assertThat(member.get("/ui/queue").text()).contains("<h1>Cola</h1>");

        assertThat(member.get("/ui/language/nl?back=/ui/queue").leadsTo())
                .isEqualTo("303 /ui/queue");
        assertThat(member.get("/ui/queue").text()).contains("<h1>Wachtrij</h1>");

        assertThat(member.get("/ui/language/xx?back=/ui/queue").leadsTo())
                .isEqualTo("303 /ui/queue");
        assertThat(member.get("/ui/queue").text()).contains("<h1>Wachtrij</h1>");
    }
}
