package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointAuth.Basic;
import dev.posthorn.core.endpoint.EndpointAuth.Bearer;
import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.resource.SecretHeaders;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the secrets of {@code auth}. A masked one is the one in force. */
final class AuthSecrets {
    /** Signed tokens are long; receivers take headers of 8 KiB in all. */
    private static final int MAX_TOKEN = 4096;

    private static final int MAX_PEM = 32 * 1024;

    private final BodyFields fields;
    private final @Nullable EndpointAuth before;

    /** {@code before}: in force, of the same kind; null for none. */
    AuthSecrets(BodyFields fields, @Nullable EndpointAuth before) {
        this.fields = fields;
        this.before = before;
    }

    /** Printable ASCII without spaces. {@code to}: the URL it is sent to, if not the endpoint's. */
    Optional<Secret> token(String field, @Nullable String to) {
        return secret(
                field,
                known(to),
                text -> isVisible(text) && text.indexOf(' ') < 0,
                "printable ASCII without spaces");
    }

    /** May be left out: some receivers know their callers by the name alone. */
    Optional<Secret> password(String field) {
        if (!fields.has(field)) {
            return Optional.of(new Secret(""));
        }
        return secret(field, known(null), AuthSecrets::hasNoControl, "free of control characters");
    }

    Optional<Secret> key(String field) {
        Optional<String> pem = pem(fields, field);
        return pem.filter(SecretHeaders.MASK::equals).isPresent()
                ? kept(field, known(null))
                : pem.map(Secret::new);
    }

    /** With the line ends of Unix. */
    static Optional<String> pem(BodyFields fields, String field) {
        if (!fields.has(field)) {
            fields.problem(field, "is missing");
        }
        return text(fields, field, MAX_PEM).map(text -> text.replace("\r\n", "\n").strip());
    }

    static boolean isVisible(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static boolean hasNoControl(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private Optional<Secret> secret(
            String field, Optional<Secret> known, Predicate<String> good, String rule) {
        if (!fields.has(field)) {
            fields.problem(field, "is missing");
        }
        Optional<String> given = text(fields, field, MAX_TOKEN);
        if (given.filter(SecretHeaders.MASK::equals).isPresent()) {
            return kept(field, known);
        }
        if (given.isPresent() && !good.test(given.get())) {
            fields.problem(field, "must be " + rule);
            return Optional.empty();
        }
        return given.map(Secret::new);
    }

    private static Optional<String> text(BodyFields fields, String field, int longest) {
        JsonNode[] found = {null};
        fields.json(field, value -> found[0] = value);
        JsonNode value = found[0];
        if (value == null) {
            return Optional.empty();
        }
        if (value.isString() && !value.stringValue().isEmpty()) {
            if (value.stringValue().length() <= longest) {
                return Optional.of(value.stringValue());
            }
        }
        fields.problem(field, "must be a string of 1 to " + longest + " characters");
        return Optional.empty();
    }

    private Optional<Secret> kept(String field, Optional<Secret> known) {
        if (known.isEmpty()) {
            fields.problem(field, "is shown masked: give the secret itself");
        }
        return known;
    }

    /** The secret in force; it goes nowhere it did not go before. */
    private Optional<Secret> known(@Nullable String to) {
        return switch (before) {
            case null -> Optional.empty();
            case Basic(_, Secret password) -> Optional.of(password);
            case Bearer(Secret token) -> Optional.of(token);
            case OAuth2 oauth2 ->
                    oauth2.tokenUrl().equals(to)
                            ? Optional.of(oauth2.clientSecret())
                            : Optional.empty();
            case ClientCertificate(_, Secret key) -> Optional.of(key);
        };
    }
}
