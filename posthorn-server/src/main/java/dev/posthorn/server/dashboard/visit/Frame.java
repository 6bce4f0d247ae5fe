package dev.posthorn.server.dashboard.visit;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.dashboard.asset.Assets;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.desk.Visitor;
import dev.posthorn.server.dashboard.words.Language;
import dev.posthorn.server.dashboard.words.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page, for the templates.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param path of this page with its query, to come back to
 * @param formToken every form sends it back
 * @param desk null when nobody is signed in
 * @param done key of what was just done, empty for nothing
 * @param nowMs what relative times are relative to
 */
public record Frame(
        Words words,
        List<Language> languages,
        Assets assets,
        String theme,
        String path,
        String formToken,
        @Nullable Desk desk,
        String done,
        long nowMs) {

    /** The text of a key. */
    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    /** The text for so many. */
    public String count(String key, long number) {
        return words.count(key, number);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    /** A time as it is shown. */
    public Moment moment(long ms) {
        return Moment.of(ms, nowMs, words);
    }

    /** Whether this page is {@code place} or below it. */
    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/") || path.startsWith(place + "?");
    }

    public boolean may(Need need) {
        return desk != null && need.metBy(desk.visitor().role());
    }

    public boolean isOperator() {
        return desk != null && desk.visitor().role() == Role.OPERATOR;
    }

    public boolean isPortal() {
        return desk != null && desk.visitor() instanceof Visitor.Guest;
    }

    private PortalTheme portal() {
        return desk != null && desk.visitor() instanceof Visitor.Guest(var pass)
                ? pass.theme()
                : PortalTheme.PLAIN;
    }

    /** Of a portal's owner; null for our mark. */
    public @Nullable String logoUrl() {
        return portal().logoUrl();
    }

    public String product() {
        String product = portal().product();
        return product == null ? "Posthorn" : product;
    }

    /** The portal's own colour is asked for as a stylesheet. */
    public boolean isColoured() {
        return portal().accent() != null;
    }

    /** Who is signed in. */
    public String person() {
        return desk != null && desk.visitor() instanceof Visitor.Member(var user)
                ? user.name()
                : "";
    }

    public String email() {
        return desk != null && desk.visitor() instanceof Visitor.Member(var user)
                ? user.email()
                : "";
    }

    /** The organisation being looked at; empty for all. */
    public Optional<Organisation> organisation() {
        return desk == null ? Optional.empty() : desk.organisation();
    }

    /** Its name, or that it is all of them. */
    public String organisationName() {
        return organisation().map(Organisation::name).orElseGet(() -> say("organisation.all"));
    }

    /** One or two letters that stand for a name. */
    public static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String part : name.strip().split("\\s+", -1)) {
            if (!part.isEmpty() && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
