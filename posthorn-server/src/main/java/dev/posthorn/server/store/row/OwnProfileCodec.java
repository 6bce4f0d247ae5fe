package dev.posthorn.server.store.row;

import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.profile.own.OwnSignature;
import dev.posthorn.core.signature.SignatureForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code own_profile.body}: everything but the columns beside it. */
public final class OwnProfileCodec {
    private OwnProfileCodec() {}

    public static String encode(OwnProfileVersion version) {
        OwnProfile profile = version.definition();
        ObjectNode json =
                Json.object()
                        .put("removed", version.removed())
                        .put("since_ms", version.sinceMs())
                        .put("method", profile.method().name())
                        .put("body", profile.body().name());
        json.set("headers", Json.map(profile.headers()));
        OwnSignature signature = profile.signature();
        if (signature != null) {
            json.set("signature", encode(signature));
        }
        return json.toString();
    }

    private static ObjectNode encode(OwnSignature signature) {
        return Json.object()
                .put("header", signature.header())
                .put("value", signature.value())
                .put("content", signature.content())
                .put("algorithm", signature.form().algorithm().name())
                .put("encoding", signature.form().encoding().name())
                .put("key", signature.form().key().name());
    }

    public static OwnProfileVersion decode(String name, int version, String body) {
        JsonNode json = Json.read(body);
        OwnProfile profile =
                new OwnProfile(
                        OwnProfile.Method.valueOf(Json.text(json, "method")),
                        OwnProfile.Body.valueOf(Json.text(json, "body")),
                        Json.textMap(json.required("headers")),
                        signature(json.get("signature")));
        return new OwnProfileVersion(
                name,
                version,
                profile,
                json.required("removed").booleanValue(),
                json.required("since_ms").longValue());
    }

    private static @Nullable OwnSignature signature(@Nullable JsonNode json) {
        return json == null
                ? null
                : new OwnSignature(
                        Json.text(json, "header"),
                        Json.text(json, "value"),
                        Json.text(json, "content"),
                        new SignatureForm(
                                SignatureForm.Algorithm.valueOf(Json.text(json, "algorithm")),
                                SignatureForm.Encoding.valueOf(Json.text(json, "encoding")),
                                SignatureForm.Key.valueOf(Json.text(json, "key"))));
    }
}
