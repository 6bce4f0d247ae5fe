package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointAuth.Basic;
import dev.posthorn.core.endpoint.EndpointAuth.Bearer;
import dev.posthorn.core.endpoint.EndpointAuth.ClientAuthentication;
import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.certificate.CertificateReading;
import dev.posthorn.server.certificate.ClientCertificates;
import dev.posthorn.server.egress.UrlPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of {@code auth}, such as {@code {"basic":{"username":…}}}. A secret that is given
 * as it is shown, {@code ***}, stays as it was.
 */
final class AuthBody {
    private static final List<String> KINDS = List.of("basic", "bearer", "oauth2", "mtls");

    private static final int MAX_NAME = 256;
    private static final int MAX_SCOPE = 1000;
    private static final int MAX_URL = 2048;

    private static final Map<String, ClientAuthentication> WAYS =
            Map.of("basic", ClientAuthentication.BASIC, "post", ClientAuthentication.POST);

    private final String kind;
    private final UrlPolicy urls;
    private final Instant now;
    private final BodyFields fields;
    private final AuthSecrets secrets;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private AuthBody(
            String kind,
            UrlPolicy urls,
            Instant now,
            BodyFields fields,
            @Nullable EndpointAuth before) {
        this.kind = kind;
        this.urls = urls;
        this.now = now;
        this.fields = fields;
        this.secrets =
                new AuthSecrets(
                        fields, before != null && before.type().equals(kind) ? before : null);
    }

    /** {@code before}: in force, null for none. */
    static void read(
            BodyFields body,
            UrlPolicy urls,
            Instant now,
            @Nullable EndpointAuth before,
            EndpointWishes wishes) {
        if (body.isNull("auth")) {
            wishes.setting(draft -> draft.auth(null));
        }
        body.object(
                "auth",
                kinds -> {
                    if (KINDS.stream().filter(kinds::has).count() != 1) {
                        body.problem("auth", "must have one of " + String.join(", ", KINDS));
                    }
                    for (String kind : KINDS) {
                        kinds.object(
                                kind,
                                fields ->
                                        new AuthBody(kind, urls, now, fields, before)
                                                .auth()
                                                .ifPresent(auth ->
                                                        wishes.setting(draft -> draft.auth(auth))));
                    }
                });
    }

    /** Empty when something is wrong with it, which is said then. */
    private Optional<? extends EndpointAuth> auth() {
        return switch (kind) {
            case "basic" -> basic();
            case "bearer" -> secrets.token("token", null).map(Bearer::new);
            case "oauth2" -> oauth2();
            default -> certificate();
        };
    }

    private Optional<Basic> basic() {
        fields.text("username", MAX_NAME, name -> keep("username", name));
        if (text("username").filter(name -> name.indexOf(':') >= 0).isPresent()) {
            fields.problem("username", "must have no colon");
            return Optional.empty();
        }
        Optional<String> username = required("username");
        return secrets.password("password")
                .flatMap(password -> username.map(name -> new Basic(name, password)));
    }

    private Optional<OAuth2> oauth2() {
        fields.text("token_url", MAX_URL, this::url);
        fields.text("client_id", MAX_NAME, id -> keep("client_id", id));
        fields.textOrNull("scope", MAX_SCOPE, scope -> keep("scope", scope));
        fields.textOrNull("audience", MAX_URL, audience -> keep("audience", audience));
        ClientAuthentication[] way = {ClientAuthentication.BASIC};
        fields.word("client_authentication", WAYS, chosen -> way[0] = chosen);
        Optional<String> url = required("token_url");
        Optional<String> id = required("client_id");
        return secrets.token("client_secret", texts.get("token_url"))
                .filter(_ -> url.isPresent() && id.isPresent())
                .map(secret ->
                        new OAuth2(
                                url.orElseThrow(),
                                id.orElseThrow(),
                                secret,
                                texts.get("scope"),
                                texts.get("audience"),
                                way[0]));
    }

    private void url(String url) {
        texts.put("token_url", url);
        urls.check(url).ifPresent(refusal -> fields.problem("token_url", refusal.message()));
    }

    private Optional<ClientCertificate> certificate() {
        Optional<String> shown = AuthSecrets.pem(fields, "certificate");
        return secrets.key("private_key")
                .flatMap(key -> shown.map(pem -> new ClientCertificate(pem, key)))
                .filter(this::isFit);
    }

    private boolean isFit(ClientCertificate pem) {
        if (ClientCertificates.check(pem, now) instanceof CertificateReading.Refused refused) {
            fields.problem(refused.field(), refused.problem());
            return false;
        }
        return true;
    }

    private void keep(String field, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (AuthSecrets.isVisible(text)) {
            texts.put(field, text);
        } else {
            fields.problem(field, "must be printable ASCII");
        }
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    private Optional<String> required(String field) {
        if (!fields.has(field)) {
            fields.problem(field, "is missing");
        }
        return text(field);
    }
}
