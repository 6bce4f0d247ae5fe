package dev.posthorn.bench.micro;

import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.StandardSigner;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The signature alone, HMAC-SHA256 over a body of 1 KiB, as the header has it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SigningBenchmark {
    private static final String ID = "0198f0c2-7d1e-7000-8000-000000000000";
    private static final String TIMESTAMP = "1768469400";
    private static final long NOW_MS = 1_768_469_400_250L;

    private final StandardSigner signer =
            StandardSigner.hmac(
                    EndpointSecrets.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
    private final byte[] body = Kilobyte.json().getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public String hmac() {
        return signer.sign(ID, TIMESTAMP, body, NOW_MS);
    }
}
