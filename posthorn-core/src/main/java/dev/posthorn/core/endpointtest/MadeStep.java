package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step of a test's plan as far as it went; {@code forged} is null when it was not made. */
record MadeStep(MadeCall genuine, @Nullable MadeCall forged) {

    boolean accepted() {
        return genuine.judgement().passed();
    }

    /** Whether a forged call was made and noticed. */
    boolean verified() {
        return forged != null && forged.judgement().passed();
    }

    /** Whether a forged call was made and taken for a genuine one. */
    boolean fooled() {
        return forged != null && !forged.judgement().passed();
    }

    /** As kept per event type: everything that was called went as it had to. */
    TypeTest typeTest(long endedMs) {
        return new TypeTest(endedMs, accepted() && !fooled(), message());
    }

    /** The sentence about what went wrong, else about everything that went well. */
    String message() {
        if (!accepted() || forged == null) {
            return genuine.judgement().message();
        }
        return fooled()
                ? forged.judgement().message()
                : genuine.judgement().message() + " " + forged.judgement().message();
    }

    Stream<MadeCall> calls() {
        return forged == null ? Stream.of(genuine) : List.of(genuine, forged).stream();
    }
}
