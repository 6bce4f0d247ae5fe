package dev.posthorn.server.api.portal;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.server.api.read.BodyFields;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which portal is wanted, and for how long its link is good. */
final class PortalBody {
    /** Somebody follows it at once; slow mail takes some minutes. */
    private static final long USUAL_LIFE_S = 3_600;

    /** Less would end on the way. */
    private static final long SHORTEST_LIFE_S = 10;

    /** Links that lie about are a risk: another one is a call away. */
    private static final long LONGEST_LIFE_S = 7 * 86_400L;

    private static final int MAX_PAGE = 512;
    private static final Pattern PAGE =
            Pattern.compile("/ui(/[A-Za-z0-9._~%-]+)*(\\?[A-Za-z0-9._~%&=+-]*)?");
    private static final Map<String, Boolean> SCOPES = Map.of("manage", true, "read", false);

    private boolean manages;
    private long lifeS = USUAL_LIFE_S;
    private @Nullable String page;
    private PortalTheme theme = PortalTheme.PLAIN;

    /** Throws for everything that is wrong. */
    static PortalBody read(BodyFields body) {
        PortalBody wanted = new PortalBody();
        body.word("scope", SCOPES, manages -> wanted.manages = manages);
        body.integer(
                "expires_s", SHORTEST_LIFE_S, LONGEST_LIFE_S, seconds -> wanted.lifeS = seconds);
        body.textOrNull("page", MAX_PAGE, page -> wanted.page = page);
        if (wanted.page != null && !PAGE.matcher(wanted.page).matches()) {
            body.problem("page", "must be a page of the dashboard, such as /ui/webhooks");
        }
        body.object("theme", fields -> wanted.theme = ThemeBody.read(fields));
        body.done();
        return wanted;
    }

    Duration life() {
        return Duration.ofSeconds(lifeS);
    }

    PortalPass pass(OrganisationId organisation) {
        return new PortalPass(organisation, manages, page, theme);
    }
}
