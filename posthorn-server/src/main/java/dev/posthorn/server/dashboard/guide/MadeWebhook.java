package dev.posthorn.server.dashboard.guide;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.shown.StateReason;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.webhook.ShownCall;
import dev.posthorn.server.dashboard.webhook.Tests;
import dev.posthorn.server.dashboard.webhooks.WebhookRow;
import dev.posthorn.server.sample.SampleReceiver;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The webhook the first steps are about: the sample receiver's, else the organisation's oldest.
 *
 * @param sample whether the sample receiver gets what it is sent
 * @param state as the dashboard says it
 * @param reason why it is in its state, empty when there is nothing to say
 * @param calls of its latest test, as far as they were made
 */
public record MadeWebhook(
        DeskWebhook webhook,
        String name,
        boolean sample,
        String state,
        String reason,
        boolean isTesting,
        List<ShownCall> calls) {

    static Optional<MadeWebhook> of(Visit visit, Organisation home) {
        return find(visit.desk(), home).map(endpoint -> of(visit, endpoint));
    }

    /** The sample receiver's first, whatever its age; those that are switched off do not count. */
    static Optional<Endpoint> find(Desk desk, Organisation home) {
        return desk.ports().directory().endpoints(home.id()).stream()
                .filter(one -> one.state() != EndpointState.DEACTIVATED)
                .min(Comparator.comparing(one -> !isSample(one)));
    }

    static boolean isSample(Endpoint endpoint) {
        return SampleReceiver.isMeantBy(endpoint.settings().url());
    }

    private static MadeWebhook of(Visit visit, Endpoint endpoint) {
        DeskWebhook webhook = visit.desk().webhook(visit.desk().ids().text(endpoint.id().seq()));
        Tests tests = Tests.of(visit, webhook);
        return new MadeWebhook(
                webhook,
                WebhookRow.name(endpoint, visit.words()),
                isSample(endpoint),
                WebhookRow.state(endpoint),
                StateReason.of(endpoint, visit.words()),
                tests.running(),
                tests.groups().stream().flatMap(group -> group.calls().stream()).toList());
    }

    /** Whether events may go out. */
    boolean isReady() {
        return webhook.endpoint().state() == EndpointState.VALID;
    }

    public String path() {
        return "/ui/webhooks/" + webhook.id();
    }

    public String url() {
        return webhook.endpoint().settings().url();
    }

    public boolean verified() {
        return webhook.endpoint().verified();
    }

    /** When it was made, milliseconds since 1970. */
    public long createdMs() {
        return webhook.endpoint().createdMs();
    }
}
