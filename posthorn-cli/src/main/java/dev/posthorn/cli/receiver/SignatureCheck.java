package dev.posthorn.cli.receiver;

/** Tells genuine requests from forged ones. */
public interface SignatureCheck {
    Verdict of(ReceivedRequest request);

    /** For a receiver that was given no secret. */
    SignatureCheck NONE = _ -> new Verdict.Unchecked();
}
