package dev.posthorn.server.api.profile;

import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnProfile.Body;
import dev.posthorn.core.profile.own.OwnProfile.Method;
import dev.posthorn.core.profile.own.OwnProfileRules;
import dev.posthorn.core.profile.own.OwnSignature;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.egress.HeaderPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile as the operator describes it; what is left out has its default. */
final class OwnProfileBody {
    /** Characters of a template: a header's line, with room. */
    static final int MAX_TEMPLATE = 512;

    private static final Map<String, Method> METHODS =
            Map.of("POST", Method.POST, "PUT", Method.PUT);
    private static final Map<String, Body> BODIES =
            Map.of("data", Body.DATA, "standard", Body.STANDARD, "event", Body.EVENT);

    private Method method = Method.POST;
    private Body content = Body.DATA;
    private Map<String, String> headers = Map.of();
    private @Nullable OwnSignature signature;

    private OwnProfileBody() {}

    static OwnProfile read(BodyFields body) {
        OwnProfileBody wanted = new OwnProfileBody();
        body.word("method", METHODS, method -> wanted.method = method);
        body.word("body", BODIES, content -> wanted.content = content);
        body.textMap(
                "headers",
                OwnProfileRules.MAX_HEADERS,
                MAX_TEMPLATE,
                headers -> wanted.headers = checked(headers, body));
        if (!body.isNull("signature")) {
            body.object("signature", fields -> wanted.signature = SignatureBody.read(fields));
        }
        return new OwnProfile(wanted.method, wanted.content, wanted.headers, wanted.signature);
    }

    private static Map<String, String> checked(Map<String, String> headers, BodyFields body) {
        headers.forEach((name, value) ->
                HeaderPolicy.check(name, value)
                        .ifPresent(refusal -> body.problem("headers." + name, refusal.message())));
        return headers;
    }
}
