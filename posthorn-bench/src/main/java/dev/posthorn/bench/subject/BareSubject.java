package dev.posthorn.bench.subject;

import dev.posthorn.bench.bare.BareMain;
import dev.posthorn.bench.bare.BareSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** The bare pipeline as a program under test. */
public final class BareSubject implements Subject {
    private final ChildJvm jvm;
    private final Path folder;

    private BareSubject(ChildJvm jvm, Path folder) {
        this.jvm = jvm;
        this.folder = folder;
    }

    public static BareSubject start(SubjectSettings settings) {
        BareSettings bare =
                new BareSettings(
                        settings.folder(),
                        settings.receiver(),
                        settings.load().fan().endpoints(),
                        settings.load().wanted() ? settings.load().fan().width() : 0,
                        settings.load().batch(),
                        settings.program().loops(),
                        settings.program().maxInFlight());
        return new BareSubject(
                ChildJvm.start(
                        BareMain.class,
                        settings.allJvmOptions(),
                        bare.arguments(),
                        Map.of(),
                        settings.log()),
                settings.folder());
    }

    @Override
    public long pid() {
        return jvm.pid();
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), jvm.port());
    }

    /** As long as a real one: the bytes are the same, though nobody looks at them. */
    @Override
    public String token() {
        return "posthorn_0000000000000000000000000000000000000000000";
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public long pending() {
        return 0;
    }

    @Override
    public Books books() {
        return Books.EMPTY;
    }

    @Override
    public void kill() {
        jvm.kill();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
