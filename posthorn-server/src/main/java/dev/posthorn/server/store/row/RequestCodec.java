package dev.posthorn.server.store.row;

import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.secretbox.Place;
import dev.posthorn.server.secretbox.SecretBox;

/** A test's whole request in {@code attempt.request}, sealed: its headers can carry the secret. */
public final class RequestCodec {
    private static final int FORMAT = 1;
    private static final String COLUMN = "attempt.request";

    private final SecretBox box;

    public RequestCodec(SecretBox box) {
        this.box = box;
    }

    /** {@code organisation} and {@code attempt} are sequence numbers. */
    public byte[] encode(long organisation, long attempt, OutgoingRequest request) {
        BlobWriter blob = new BlobWriter();
        blob.number(FORMAT);
        write(request, blob);
        return box.seal(new Place(organisation, attempt, COLUMN), blob.take());
    }

    public OutgoingRequest decode(long organisation, long attempt, byte[] sealed) {
        BlobReader blob =
                new BlobReader(box.open(new Place(organisation, attempt, COLUMN), sealed));
        long format = blob.number();
        if (format != FORMAT) {
            throw new IllegalStateException("test request of unknown format " + format);
        }
        return read(blob);
    }

    static void write(OutgoingRequest request, BlobWriter blob) {
        blob.text(request.method());
        blob.text(request.url());
        ResponseCodec.writeHeaders(request.headers(), blob);
        blob.bytes(request.body());
    }

    static OutgoingRequest read(BlobReader blob) {
        return new OutgoingRequest(
                blob.requiredText(),
                blob.requiredText(),
                ResponseCodec.readHeaders(blob),
                blob.bytes());
    }
}
