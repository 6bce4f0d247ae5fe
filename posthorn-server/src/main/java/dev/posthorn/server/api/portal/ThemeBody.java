package dev.posthorn.server.api.portal;

import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.PortalTheme.Mode;
import dev.posthorn.server.api.read.BodyFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a portal is to look. */
final class ThemeBody {
    private static final int MAX_PRODUCT = 60;
    private static final int MAX_URL = 2048;
    private static final int MAX_WORD = 16;
    private static final Pattern ACCENT = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** Its host goes into the policy of every page: nothing else than a host may stand there. */
    private static final Pattern LOGO =
            Pattern.compile(
                    "https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/[!-~&&[^\"'<>\\\\]]*");

    private static final Map<String, Mode> MODES =
            Map.of("system", Mode.SYSTEM, "light", Mode.LIGHT, "dark", Mode.DARK);

    private Mode mode = Mode.SYSTEM;
    private @Nullable String accent;
    private @Nullable String logoUrl;
    private @Nullable String product;

    static PortalTheme read(BodyFields body) {
        ThemeBody wanted = new ThemeBody();
        body.word("mode", MODES, mode -> wanted.mode = mode);
        body.textOrNull("accent", MAX_WORD, text -> wanted.accent = text);
        body.textOrNull("logo_url", MAX_URL, text -> wanted.logoUrl = text);
        body.textOrNull("product_name", MAX_PRODUCT, text -> wanted.product = text);
        wanted.check(body);
        return new PortalTheme(wanted.mode, wanted.accent, wanted.logoUrl, wanted.product);
    }

    private void check(BodyFields body) {
        if (accent != null && !ACCENT.matcher(accent).matches()) {
            body.problem("accent", "must be a colour such as #2a6f97");
        }
        if (logoUrl != null && !isLogo(logoUrl)) {
            body.problem(
                    "logo_url", "must be an https URL such as https://cdn.example.com/logo.svg");
        }
        if (product != null && product.isBlank()) {
            body.problem("product_name", "must not be blank");
        }
    }

    private static boolean isLogo(String url) {
        try {
            return LOGO.matcher(url).matches() && new URI(url).getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
