/** Verifies webhooks in the receiver's own program; needs nothing but the JDK. */
module dev.posthorn.verifier {
    exports dev.posthorn.verifier;
}
