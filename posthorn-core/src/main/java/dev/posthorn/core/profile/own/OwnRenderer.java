package dev.posthorn.core.profile.own;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.own.Template.Place;
import dev.posthorn.core.profile.request.RequestFrame;
import dev.posthorn.core.profile.ricloud.RicloudBody;
import dev.posthorn.core.profile.standard.StandardBody;
import dev.posthorn.core.signature.OwnSigner;
import dev.posthorn.core.signature.StandardSigner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the templates of a profile of the operator's own. A rotated secret signs at once. */
final class OwnRenderer implements RequestRenderer {
    private static final byte[] NOTHING = {};

    private final OwnProfile profile;
    private final RequestFrame frame;
    private final PublicIds ids;
    private final String url;
    private final List<Header> headers;
    private final @Nullable Signing signing;

    private record Header(String name, Template value) {}

    private record Signing(String header, Template value, Template content, OwnSigner signer) {}

    OwnRenderer(OwnProfile profile, Endpoint endpoint, SenderIdentity identity) {
        this.profile = profile;
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
        this.headers =
                profile.headers().entrySet().stream()
                        .map(one -> new Header(one.getKey(), Template.of(one.getValue())))
                        .toList();
        this.signing = signing(profile.signature(), endpoint);
        this.frame =
                RequestFrame.of(
                        endpoint,
                        identity,
                        StandardSigner.hmac(endpoint.secrets()),
                        "application/json",
                        List.of(),
                        names());
    }

    private static @Nullable Signing signing(@Nullable OwnSignature signature, Endpoint endpoint) {
        return signature == null
                ? null
                : new Signing(
                        signature.header(),
                        Template.of(signature.value()),
                        Template.of(signature.content()),
                        new OwnSigner(endpoint.secrets().current(), signature.form()));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(headers.stream().map(Header::name).toList());
        if (signing != null) {
            names.add(signing.header());
        }
        return names;
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        String id = ids.text(event.id().seq());
        byte[] body = body(event, id, attempt);
        return frame.request(
                profile.method().name(), url, id, attempt, body, more(event, id, attempt, body));
    }

    private byte[] body(Event event, String id, AttemptContext attempt) {
        return switch (profile.body()) {
            case DATA -> event.data().bytes();
            case STANDARD -> StandardBody.of(event);
            case EVENT -> RicloudBody.of(event, id, attempt.number() - 1);
        };
    }

    private String[] more(Event event, String id, AttemptContext attempt, byte[] body) {
        Filling plain = new Filling(event, id, attempt, body, NOTHING);
        List<String> more = new ArrayList<>();
        for (Header header : headers) {
            more.add(header.name());
            more.add(header.value().text(plain));
        }
        if (signing != null) {
            byte[] signature =
                    signing.signer()
                            .sign(signing.content().bytes(plain))
                            .getBytes(StandardCharsets.US_ASCII);
            more.add(signing.header());
            more.add(signing.value().text(new Filling(event, id, attempt, body, signature)));
        }
        return more.toArray(String[]::new);
    }

    private record Filling(
            Event event, String id, AttemptContext attempt, byte[] body, byte[] signature)
            implements Template.Values {
        @Override
        public byte[] of(Place place) {
            return switch (place) {
                case ID -> id.getBytes(StandardCharsets.US_ASCII);
                case TIMESTAMP ->
                        Long.toString(attempt.timestampSeconds())
                                .getBytes(StandardCharsets.US_ASCII);
                case TYPE -> event.type().slug().getBytes(StandardCharsets.US_ASCII);
                case BODY -> body;
                case SIGNATURE -> signature;
            };
        }
    }
}
