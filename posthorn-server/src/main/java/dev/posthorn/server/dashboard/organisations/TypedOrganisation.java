package dev.posthorn.server.dashboard.organisations;

import dev.posthorn.core.administration.NewOrganisation;
import dev.posthorn.core.administration.OrganisationRejection;
import dev.posthorn.core.administration.OwnId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.server.dashboard.visit.Form;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about an organisation. One thread. */
final class TypedOrganisation {
    /** As in the API. */
    private static final int MAX_NAME = 256;

    private final Visit visit;
    private final Form form;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final @Nullable String uid;
    private final String name;
    private final @Nullable Long endpoint;

    TypedOrganisation(Visit visit) {
        this.visit = visit;
        this.form = visit.form();
        this.uid = form.filled("uid").orElse(null);
        this.name = form.text("name").strip();
        this.endpoint = defaultEndpoint();
        check();
    }

    private void check() {
        boolean named =
                !name.isEmpty()
                        && name.length() <= MAX_NAME
                        && name.chars().noneMatch(Character::isISOControl);
        if (!named) {
            problems.put("name", visit.words().say("organisations.bad-name", MAX_NAME));
        }
        if (uid != null && !OwnId.isOne(uid)) {
            problems.put("uid", visit.words().say("organisations.bad-uid"));
        }
    }

    private @Nullable Long defaultEndpoint() {
        OptionalLong seq = visit.desk().ids().seq(form.text("endpoint"));
        if (seq.isEmpty() && form.filled("endpoint").isPresent()) {
            problems.put("endpoint", visit.words().say("keys.no-endpoint"));
        }
        return seq.isPresent() ? (Long) seq.getAsLong() : null;
    }

    Map<String, String> problems() {
        return problems;
    }

    NewOrganisation made() {
        return new NewOrganisation(uid, name, null, form.text("profile"));
    }

    Organisation applied(Organisation before) {
        return new Organisation(
                before.id(),
                uid,
                name,
                before.slug(),
                form.text("profile"),
                endpoint,
                form.has("paused"),
                standing(before.standing()),
                before.createdMs());
    }

    private Standing standing(Standing before) {
        String wanted = form.text("state").toUpperCase(Locale.ROOT);
        for (Standing standing : Standing.values()) {
            if (standing.name().equals(wanted)) {
                return standing;
            }
        }
        return before;
    }

    static Map<String, String> byField(OrganisationRejection why, Words words) {
        return switch (why) {
            case OrganisationRejection.NoSuchOrganisation() ->
                    Map.of("form", words.say("error.not-found"));
            case OrganisationRejection.NoSuchProfile(String profile) ->
                    Map.of("profile", words.say("webhook.problem.profile", profile));
            case OrganisationRejection.UidTaken(String taken) ->
                    Map.of("uid", words.say("organisations.uid-taken", taken));
            case OrganisationRejection.NoSuchEndpoint() ->
                    Map.of("endpoint", words.say("keys.no-endpoint"));
            case OrganisationRejection.NotRouted() ->
                    Map.of("endpoint", words.say("organisations.not-routed"));
            case OrganisationRejection.IsDefault() ->
                    Map.of("form", words.say("organisations.is-default"));
            case OrganisationRejection.TooMany(int most) ->
                    Map.of("form", words.say("organisations.too-many", most));
        };
    }
}
