package dev.posthorn.server.http;

/** The body of an answer, piece by piece. From any thread; late calls do nothing. */
public interface ResponseStream {
    void write(byte[] piece);

    /** Bytes given that the operating system has not taken yet: the caller does not read. */
    long unsentBytes();

    /** The end of the body, after all that was written. */
    void end();

    /** Cuts the connection, whatever is still to be sent. */
    void cut();
}
