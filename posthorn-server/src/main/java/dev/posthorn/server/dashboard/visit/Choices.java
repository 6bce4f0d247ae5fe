package dev.posthorn.server.dashboard.visit;

import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.server.dashboard.desk.Visitor;
import dev.posthorn.server.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a visitor can choose about every page: language, light or dark, the organisation looked at.
 */
public final class Choices {
    private final Cookies cookies;

    public Choices(Cookies cookies) {
        this.cookies = cookies;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get("/ui/language/{tag}", Need.NOTHING, this::language),
                PageRoute.post("/ui/theme", Need.NOTHING, this::theme),
                PageRoute.post("/ui/organisation", Need.OPERATES, this::organisation),
                PageRoute.get("/ui/portal.css", Need.SIGNED_IN, Choices::colours));
    }

    private Response language(Visit visit) {
        String tag = visit.request().value("tag");
        boolean spoken =
                visit.frame().languages().stream().anyMatch(known -> known.tag().equals(tag));
        String back = Visit.back(visit.asked("back").orElse(""), "/ui");
        return spoken
                ? visit.to(back, Map.of("Set-Cookie", cookies.choice(Cookies.LANGUAGE, tag)))
                : visit.to(back);
    }

    private Response theme(Visit visit) {
        String wanted = visit.form().text("theme");
        String back = Visit.back(visit.form().text("back"), "/ui");
        return Frames.THEMES.contains(wanted)
                ? visit.to(back, Map.of("Set-Cookie", cookies.choice(Cookies.THEME, wanted)))
                : visit.to(back);
    }

    /** An id, or {@code all}. Leads to the first page, unless asked back: others may not exist. */
    private Response organisation(Visit visit) {
        String wanted = visit.form().text("organisation");
        boolean known =
                visit.desk().organisations().stream()
                        .anyMatch(one -> visit.desk().ids().text(one.id().seq()).equals(wanted));
        String value = known ? wanted : "all";
        String back = Visit.back(visit.form().text("back"), "/ui");
        return visit.to(back, Map.of("Set-Cookie", cookies.choice(Cookies.ORGANISATION, value)));
    }

    /** The colour was checked when the link was made: {@code #rrggbb}. */
    private static Response colours(Visit visit) {
        String accent =
                visit.desk().visitor() instanceof Visitor.Guest(var pass)
                        ? pass.theme().accent()
                        : PortalTheme.PLAIN.accent();
        String css =
                accent == null
                        ? ""
                        : ":root{--accent:%s;--accent-ink:%s;--accent-soft:color-mix(in srgb,%s 14%%,var(--surface))}"
                                .formatted(accent, ink(accent), accent);
        return new Response(
                200,
                "text/css; charset=utf-8",
                css.getBytes(StandardCharsets.UTF_8),
                Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"));
    }

    /** Black or white, whichever stands out more (relative luminance of WCAG 2, roughly). */
    private static String ink(String accent) {
        int rgb = Integer.parseInt(accent.substring(1), 16);
        double light =
                0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        return light > 0.18 ? "#000" : "#fff";
    }

    private static double linear(int channel) {
        return Math.pow((channel & 0xff) / 255.0, 2.2);
    }
}
