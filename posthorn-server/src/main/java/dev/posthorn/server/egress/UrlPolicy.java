package dev.posthorn.server.egress;

import java.util.Optional;

/**
 * Says which URLs an endpoint may have. Looks at the text alone and resolves nothing; the address a
 * name leads to is judged at every connect, by {@link AddressPolicy}. Immutable.
 */
public final class UrlPolicy {
    private final EgressSettings settings;
    private final AddressPolicy addresses;

    public UrlPolicy(EgressSettings settings) {
        this.settings = settings;
        this.addresses = new AddressPolicy(settings.allow());
    }

    /** Why {@code url} cannot be an endpoint's, or empty when it can. */
    public Optional<Refusal> check(String url) {
        return read(url) instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
    }

    /** The parts of a URL that may be sent to, or the refusal. */
    public UrlReading read(String url) {
        return switch (UrlGrammar.read(url)) {
            case Refusal refusal -> refusal;
            case ReceiverUrl parts -> allowed(parts);
        };
    }

    private UrlReading allowed(ReceiverUrl url) {
        if (settings.httpsOnly() && !url.tls()) {
            return new Refusal(
                    "The URL must start with https://: the operator's setting https-only is on.");
        }
        if (!settings.ports().contains(url.port())) {
            return new Refusal(
                    "Port "
                            + url.port()
                            + " is not allowed. The operator can allow it with the setting"
                            + " egress-ports.");
        }
        return host(url).<UrlReading>map(refusal -> refusal).orElse(url);
    }

    private Optional<Refusal> host(ReceiverUrl url) {
        return url.literal() == null
                ? NamePolicy.check(url.host(), !settings.allow().isEmpty())
                : addresses.check(url.host(), url.literal());
    }
}
