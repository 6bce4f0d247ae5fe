package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;

/**
 * The secret as its page shows it.
 *
 * @param secret empty while it is hidden
 * @param publicKey of webhooks that sign with a key pair, else empty
 * @param oldUntilMs when each old secret stops signing
 * @param own an own secret that was typed but not taken
 * @param problem what is wrong with it, empty when nothing is
 */
public record SecretView(
        Heading heading,
        String secret,
        String publicKey,
        List<Long> oldUntilMs,
        List<Snippet> snippets,
        String profile,
        String own,
        String problem) {

    static SecretView hidden(Visit visit, DeskWebhook webhook) {
        return of(visit, webhook, webhook.endpoint(), "");
    }

    static SecretView revealed(Visit visit, DeskWebhook webhook) {
        Endpoint endpoint = webhook.reveal();
        Secret pair = endpoint.secrets().ed25519();
        Secret shown = isOfPairs(endpoint) && pair != null ? pair : endpoint.secrets().current();
        return of(visit, webhook, endpoint, shown.text());
    }

    private static SecretView of(
            Visit visit, DeskWebhook webhook, Endpoint endpoint, String secret) {
        Secret pair = endpoint.secrets().ed25519();
        return new SecretView(
                Heading.of(visit, webhook, Section.SECRET),
                secret,
                isOfPairs(endpoint) && pair != null ? Ed25519Keys.publicKey(pair) : "",
                endpoint.secrets().previous().stream()
                        .map(EndpointSecrets.Previous::untilMs)
                        .filter(until -> until > visit.frame().nowMs())
                        .toList(),
                Snippet.all(),
                endpoint.settings().profile(),
                visit.form().text("secret"),
                "");
    }

    private static boolean isOfPairs(Endpoint endpoint) {
        return endpoint.settings().options().signature() == ProfileOptions.Signature.ED25519;
    }

    SecretView with(String wrong) {
        return new SecretView(
                heading, secret, publicKey, oldUntilMs, snippets, profile, own, wrong);
    }
}
