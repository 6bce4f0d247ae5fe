package dev.posthorn.server.sample;

import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Answers as a receiver of Standard Webhooks should: 204 when the signature is right, 401 when it
 * is not. It keeps nothing: what it got and answered is in the log, as for every receiver.
 *
 * <p>It is no server. Requests to its URL never leave the process, and the name in it leads nowhere
 * ({@code .invalid}, RFC 6761), so no rule about addresses or ports has an exception. Used by many
 * threads.
 */
public final class SampleReceiver {
    public static final String URL = "https://sample-receiver.posthorn.invalid/";

    /** Secrets of other profiles make no Standard Webhooks signatures. */
    public static final String PROFILE = "standard";

    private static final String WRONG =
            "The signature is missing, or not one of this endpoint's secret."
                    + " The sample receiver knows the profile standard only.\n";

    private final Directory directory;
    private final PublicIds ids;

    public SampleReceiver(Directory directory, PublicIds ids) {
        this.directory = directory;
        this.ids = ids;
    }

    /** The URL of an organisation's own. */
    public static String urlOf(OrganisationId organisation, PublicIds ids) {
        return URL + ids.text(organisation.seq());
    }

    public static boolean isMeantBy(String url) {
        return url.startsWith(URL);
    }

    /** {@code nowMs}: milliseconds since 1970, for secrets in their grace time. */
    Response answer(OutgoingRequest request, long nowMs) {
        return isRight(request, nowMs) ? answer(204, "") : answer(401, WRONG);
    }

    /** Only secrets of the organisation in the URL count: nobody else's requests are taken. */
    private boolean isRight(OutgoingRequest request, long nowMs) {
        OptionalLong owner = ids.seq(request.url().substring(URL.length()));
        return owner.isPresent()
                && directory.endpoints(new OrganisationId(owner.getAsLong())).stream()
                        .filter(one -> one.settings().url().equals(request.url()))
                        .filter(one -> one.settings().profile().equals(PROFILE))
                        .map(Endpoint::secrets)
                        .anyMatch(secrets -> SampleSignature.isRight(request, secrets, nowMs));
    }

    private static Response answer(int status, String text) {
        String[] headers = {"content-type", "text/plain; charset=utf-8"};
        return new Response(status, headers, text.getBytes(StandardCharsets.UTF_8), false);
    }
}
