package dev.posthorn.server.api.organisation;

import dev.posthorn.core.administration.OwnId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.server.api.read.BodyFields;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a body says about an organisation. What is not there stays as it was. */
final class OrganisationBody {
    private static final int MAX_NAME = 256;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Map<String, Standing> STATES =
            Map.of(
                    "active", Standing.OPEN,
                    "deactivated", Standing.DEACTIVATED,
                    "blocked", Standing.BLOCKED);

    private @Nullable String uid;
    private @Nullable String name;
    private @Nullable String slug;
    private @Nullable String profile;
    private @Nullable Boolean paused;
    private @Nullable Standing standing;
    private boolean choosesDefault;
    private @Nullable Long defaultEndpoint;

    /** {@code endpoints}: the organisation's, by id or own id. */
    static OrganisationBody read(
            BodyFields body, boolean operator, Function<String, Optional<Endpoint>> endpoints) {
        OrganisationBody wanted = new OrganisationBody();
        wanted.names(body);
        if (wanted.uid != null && !operator) {
            body.problem("uid", "only the operator may set it: publishers know it");
        }
        body.text("default_profile", MAX_NAME, profile -> wanted.profile = profile);
        body.flag("paused", paused -> wanted.paused = paused);
        body.textOrNull(
                "webhook_config_default", MAX_NAME, id -> wanted.choose(body, id, endpoints));
        if (operator) {
            body.word("state", STATES, standing -> wanted.standing = standing);
        } else if (body.has("state")) {
            body.problem("state", "only the operator may set it");
        }
        return wanted;
    }

    /** As in the path; the body may only repeat it. */
    void named(String path, BodyFields body) {
        if (uid != null && !uid.equals(path)) {
            body.problem("uid", "must be the one in the path, or left out");
        }
        uid = path;
        checkUid(body);
    }

    private void checkUid(BodyFields body) {
        if (uid != null && !OwnId.isOne(uid)) {
            body.problem("uid", "must be 1 to 256 of A-Za-z0-9._- and not look like a UUID");
        }
    }

    private void names(BodyFields body) {
        body.text("uid", MAX_NAME, text -> uid = text);
        checkUid(body);
        body.text("name", MAX_NAME, text -> name = text);
        body.text("slug", MAX_NAME, text -> slug = text);
        if (slug != null && !SLUG.matcher(slug).matches()) {
            body.problem("slug", "must be 1 to 64 of a-z0-9-, not beginning with -");
        }
    }

    private void choose(
            BodyFields body, @Nullable String id, Function<String, Optional<Endpoint>> endpoints) {
        choosesDefault = true;
        if (id == null) {
            return;
        }
        Optional<Endpoint> found = endpoints.apply(id);
        if (found.isEmpty()) {
            body.problem("webhook_config_default", "there is none by this id");
        }
        found.ifPresent(endpoint -> defaultEndpoint = endpoint.id().seq());
    }

    @Nullable String uid() {
        return uid;
    }

    @Nullable String name() {
        return name;
    }

    @Nullable String slug() {
        return slug;
    }

    @Nullable String profile() {
        return profile;
    }

    Organisation applied(Organisation before) {
        return new Organisation(
                before.id(),
                uid == null ? before.uid() : uid,
                name == null ? before.name() : name,
                slug == null ? before.slug() : slug,
                profile == null ? before.defaultProfile() : profile,
                choosesDefault ? defaultEndpoint : before.defaultEndpoint(),
                paused == null ? before.paused() : paused,
                standing == null ? before.standing() : standing,
                before.createdMs());
    }
}
