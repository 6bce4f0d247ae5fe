package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.EndpointSecrets.Previous;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives endpoints the secrets their settings call for. */
final class SecretMaker {
    private final Chance chance;

    SecretMaker(Chance chance) {
        this.chance = chance;
    }

    /** Whether a key pair signs: then an owner's own secret is one. */
    static boolean isOfPairs(EndpointSettings settings) {
        return settings.options().signature() == ProfileOptions.Signature.ED25519;
    }

    /** {@code own}: the owner's, already checked; null for a generated one. */
    EndpointSecrets make(@Nullable String own, EndpointSettings settings) {
        return replaced(EndpointSecrets.of(generated()), own, settings);
    }

    private Secret generated() {
        return Secrets.generated(chance.bytes(Secrets.GENERATED_BYTES));
    }

    private Secret generatedPair() {
        return Ed25519Keys.generated(chance.bytes(Ed25519Keys.SEED_BYTES));
    }

    /** The secrets in force with the owner's new one, if any, and a key pair if one is needed. */
    EndpointSecrets replaced(
            EndpointSecrets before, @Nullable String own, EndpointSettings settings) {
        if (own != null) {
            return inUse(before, new Secret(own), List.of(), settings);
        }
        return isOfPairs(settings) && before.ed25519() == null
                ? inUse(before, generatedPair(), before.previous(), settings)
                : before;
    }

    /** The old one goes on signing beside the new one until its grace time ends. */
    EndpointSecrets rotated(
            EndpointSecrets before, SecretRotation wish, EndpointSettings settings, long nowMs) {
        Secret old = isOfPairs(settings) ? before.ed25519() : before.current();
        Secret fresh = wish.secret() == null ? fresh(settings) : new Secret(wish.secret());
        List<Previous> kept = new ArrayList<>();
        if (old != null && wish.graceMs() > 0) {
            kept.add(new Previous(old, nowMs + wish.graceMs()));
        }
        before.previous().stream()
                .filter(previous -> previous.untilMs() > nowMs)
                .filter(previous -> !previous.secret().equals(fresh))
                .forEach(kept::add);
        return inUse(before, fresh, kept, settings);
    }

    private Secret fresh(EndpointSettings settings) {
        return isOfPairs(settings) ? generatedPair() : generated();
    }

    private static EndpointSecrets inUse(
            EndpointSecrets before,
            Secret fresh,
            List<Previous> previous,
            EndpointSettings settings) {
        return isOfPairs(settings)
                ? new EndpointSecrets(before.current(), previous, fresh)
                : new EndpointSecrets(fresh, previous, before.ed25519());
    }
}
