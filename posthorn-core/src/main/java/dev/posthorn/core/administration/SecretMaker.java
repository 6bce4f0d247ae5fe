package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives endpoints the secrets their settings call for. */
final class SecretMaker {
    private final Chance chance;

    SecretMaker(Chance chance) {
        this.chance = chance;
    }

    /** {@code own}: the owner's, already checked; null for a generated one. */
    EndpointSecrets make(@Nullable String own, EndpointSettings settings) {
        Secret current =
                own == null
                        ? Secrets.generated(chance.bytes(Secrets.GENERATED_BYTES))
                        : new Secret(own);
        return complete(EndpointSecrets.of(current), settings);
    }

    /** The secrets in force with the owner's new one, if any, and a key pair if one is needed. */
    EndpointSecrets replaced(
            EndpointSecrets before, @Nullable String own, EndpointSettings settings) {
        EndpointSecrets changed =
                own == null
                        ? before
                        : new EndpointSecrets(new Secret(own), List.of(), before.ed25519());
        return complete(changed, settings);
    }

    private EndpointSecrets complete(EndpointSecrets secrets, EndpointSettings settings) {
        boolean wanted = settings.options().signature() == ProfileOptions.Signature.ED25519;
        if (!wanted || secrets.ed25519() != null) {
            return secrets;
        }
        Secret pair = Ed25519Keys.generated(chance.bytes(Ed25519Keys.SEED_BYTES));
        return new EndpointSecrets(secrets.current(), secrets.previous(), pair);
    }
}
