package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.server.api.read.BodyFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Reads {@code options}: those the profile knows; what is not given stays as it was. */
final class OptionsBody {
    private static final int MAX_METHODS = 3;
    private static final int MAX_METHOD = 6;
    private static final Set<String> ACTIONS = Set.of("created", "updated", "deleted");
    private static final Set<String> METHODS = Set.of("POST", "PUT", "DELETE");

    private static final Map<String, ProfileOptions.Mode> MODES =
            Map.of(
                    "structured", ProfileOptions.Mode.STRUCTURED,
                    "binary", ProfileOptions.Mode.BINARY);
    private static final Map<String, ProfileOptions.Signature> SIGNATURES =
            Map.of(
                    "hmac", ProfileOptions.Signature.HMAC,
                    "ed25519", ProfileOptions.Signature.ED25519);
    private static final Map<String, ProfileOptions.DeleteBody> DELETE_BODIES =
            Map.of("id", ProfileOptions.DeleteBody.ID, "full", ProfileOptions.DeleteBody.FULL);

    private OptionsBody() {}

    static Consumer<SettingsDraft> read(BodyFields options, String profile) {
        List<UnaryOperator<ProfileOptions>> steps = new ArrayList<>();
        switch (profile) {
            case "ricloud" ->
                    options.flag(
                            "append_event_id", on -> steps.add(one -> one.withAppendEventId(on)));
            case "fastcomments" -> fastComments(options, steps);
            case "standard" -> standard(options, steps);
            case "cloudevents" ->
                    options.word("mode", MODES, mode -> steps.add(one -> one.withMode(mode)));
            case "eventinsight" -> {}
            default -> forgedTest(options, steps);
        }
        return draft -> steps.forEach(step -> draft.options(step.apply(draft.options())));
    }

    private static void standard(BodyFields options, List<UnaryOperator<ProfileOptions>> steps) {
        options.word("signature", SIGNATURES, way -> steps.add(one -> one.withSignature(way)));
        forgedTest(options, steps);
    }

    private static void forgedTest(BodyFields options, List<UnaryOperator<ProfileOptions>> steps) {
        options.flag("forged_test", on -> steps.add(one -> one.withForgedTest(on)));
    }

    private static void fastComments(
            BodyFields options, List<UnaryOperator<ProfileOptions>> steps) {
        options.textMap(
                "methods",
                MAX_METHODS,
                MAX_METHOD,
                methods -> {
                    if (ACTIONS.containsAll(methods.keySet())
                            && METHODS.containsAll(methods.values())) {
                        steps.add(one -> one.withMethods(methods));
                    } else {
                        options.problem(
                                "methods",
                                "must give created, updated and deleted POST, PUT or DELETE");
                    }
                });
        options.word(
                "delete_body", DELETE_BODIES, what -> steps.add(one -> one.withDeleteBody(what)));
        options.flag("forged_test", on -> steps.add(one -> one.withForgedTest(on)));
    }
}
