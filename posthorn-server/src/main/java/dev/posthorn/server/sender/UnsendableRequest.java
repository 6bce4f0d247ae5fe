package dev.posthorn.server.sender;

/**
 * A request with a header or method that HTTP has no place for; the fault is not the receiver's.
 */
final class UnsendableRequest extends Exception {
    UnsendableRequest(IllegalArgumentException why) {
        super("one of its headers, or its method, is not valid in HTTP", why, false, false);
    }
}
