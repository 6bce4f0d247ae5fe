package dev.posthorn.core.endpoint;

import java.util.Map;

/**
 * What an endpoint may choose about its profile; each profile reads the ones it knows.
 *
 * @param appendEventId ricloud: add {@code /} and the event id to the URL
 * @param methods fastcomments: HTTP method by action, such as {@code created} to {@code POST}
 * @param forgedTest whether the test makes a call with a wrong secret
 */
public record ProfileOptions(
        boolean appendEventId,
        Map<String, String> methods,
        DeleteBody deleteBody,
        Mode mode,
        Signature signature,
        boolean forgedTest) {
    public static final ProfileOptions DEFAULTS =
            new ProfileOptions(
                    true, Map.of(), DeleteBody.ID, Mode.STRUCTURED, Signature.HMAC, true);

    public ProfileOptions {
        methods = Map.copyOf(methods);
    }

    public ProfileOptions withAppendEventId(boolean wanted) {
        return new ProfileOptions(wanted, methods, deleteBody, mode, signature, forgedTest);
    }

    public ProfileOptions withMethods(Map<String, String> wanted) {
        return new ProfileOptions(appendEventId, wanted, deleteBody, mode, signature, forgedTest);
    }

    public ProfileOptions withDeleteBody(DeleteBody wanted) {
        return new ProfileOptions(appendEventId, methods, wanted, mode, signature, forgedTest);
    }

    public ProfileOptions withMode(Mode wanted) {
        return new ProfileOptions(
                appendEventId, methods, deleteBody, wanted, signature, forgedTest);
    }

    public ProfileOptions withSignature(Signature wanted) {
        return new ProfileOptions(appendEventId, methods, deleteBody, mode, wanted, forgedTest);
    }

    public ProfileOptions withForgedTest(boolean wanted) {
        return new ProfileOptions(appendEventId, methods, deleteBody, mode, signature, wanted);
    }

    /** fastcomments: what a delete carries. */
    public enum DeleteBody {
        ID,
        FULL
    }

    /** cloudevents: attributes in the body or in headers. */
    public enum Mode {
        STRUCTURED,
        BINARY
    }

    /** standard: {@code v1} or {@code v1a}. */
    public enum Signature {
        HMAC,
        ED25519
    }
}
