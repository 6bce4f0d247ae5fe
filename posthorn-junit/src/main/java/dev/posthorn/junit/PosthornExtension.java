package dev.posthorn.junit;

import dev.posthorn.server.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One {@link Posthorn} for all tests of a class, and a {@link Receiver} of everything for each test
 * that asks for one:
 *
 * <pre>{@code
 * @ExtendWith(PosthornExtension.class)
 * class InvoicesTest {
 *     @Test
 *     void tells_who_paid(Posthorn posthorn, Receiver receiver) { … }
 * }
 * }</pre>
 *
 * <p>With settings: {@code @RegisterExtension static final PosthornExtension POSTHORN = new
 * PosthornExtension(settings)}.
 */
public final class PosthornExtension
        implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PosthornExtension.class);

    private final Settings settings;

    public PosthornExtension() {
        this(Settings.standard());
    }

    public PosthornExtension(Settings settings) {
        this.settings = settings;
    }

    /** Tests in nested classes share the server of the outermost one. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (posthorn(context) == null) {
            store(context).put(Posthorn.class, Posthorn.start(settings));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Posthorn own = store(context).remove(Posthorn.class, Posthorn.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Receivers receivers = store(context).remove(Receivers.class, Receivers.class);
        if (receivers != null) {
            receivers.all().forEach(Receiver::close);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Posthorn.class || type == Receiver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Posthorn posthorn = posthorn(context);
        if (posthorn == null) {
            throw new IllegalStateException(
                    "PosthornExtension must be registered on the class or in a static field");
        }
        return parameter.getParameter().getType() == Posthorn.class
                ? posthorn
                : receiver(posthorn, context);
    }

    private static Receiver receiver(Posthorn posthorn, ExtensionContext context) {
        Receiver receiver = posthorn.receiver("*");
        Receivers receivers = store(context).get(Receivers.class, Receivers.class);
        if (receivers == null) {
            receivers = new Receivers(new ArrayList<>());
            store(context).put(Receivers.class, receivers);
        }
        receivers.all().add(receiver);
        return receiver;
    }

    private static @Nullable Posthorn posthorn(ExtensionContext context) {
        return store(context).get(Posthorn.class, Posthorn.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** Those of one test. */
    private record Receivers(List<Receiver> all) {}
}
