package dev.posthorn.server.api.resource;

import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.own.CompiledProfile;
import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnSignature;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resource {@code profile}: its name, the schedule of endpoints that have none, and how one of
 * the operator's own is defined.
 */
public final class ProfileFields implements Fields<Profile> {
    @Override
    public void write(Profile profile, JsonWriter json) {
        json.text("id", profile.name())
                .text("resource", "profile")
                .text("name", profile.name())
                .bool("built_in", !(profile instanceof CompiledProfile));
        RetryJson.write(profile.schedule(), Set.of(), json);
        if (profile instanceof CompiledProfile own) {
            definition(own.version().definition(), json);
            json.number("version", own.version().version())
                    .time("date_updated", own.version().sinceMs());
        }
    }

    private static void definition(OwnProfile own, JsonWriter json) {
        json.text("method", own.method().name())
                .word("body", own.body())
                .texts("headers", own.headers());
        signature(own.signature(), json);
    }

    private static void signature(@Nullable OwnSignature signature, JsonWriter json) {
        if (signature == null) {
            json.nothing("signature");
            return;
        }
        json.name("signature")
                .beginObject()
                .text("header", signature.header())
                .text("value", signature.value())
                .text("content", signature.content())
                .text("algorithm", hyphened(signature.form().algorithm()))
                .word("encoding", signature.form().encoding())
                .word("key", signature.form().key())
                .endObject();
    }

    private static String hyphened(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
