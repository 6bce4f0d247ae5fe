package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final DispatchLimits LIMITS =
            new DispatchLimits(40, 16, 60, 2_000, 10_000, Duration.ofSeconds(15));

    @Test
    void what_the_endpoint_does_not_say_is_its_profile_s_or_ours() {
        Endpoint endpoint = SampleEndpoint.endpoint(1).build();

        LaneRules rules = book(endpoint).rules(endpoint);

        assertThat(rules)
                .isEqualTo(
                        new LaneRules(
                                endpoint,
                                rules.renderer(),
                                new EchoProfile().schedule(),
                                Duration.ofSeconds(15),
                                16,
                                false));
    }

    @Test
    void the_endpoint_s_own_schedule_goes_before_its_profile_s() {
        RetrySchedule own = new RetrySchedule.Linear(Duration.ofMinutes(1), 3);
        Endpoint endpoint = SampleEndpoint.endpoint(1).retrying(own).build();

        assertThat(book(endpoint).rules(endpoint).schedule()).isEqualTo(own);
    }

    @Test
    void an_endpoint_may_ask_for_fewer_requests_at_once_but_not_for_more() {
        Endpoint few = SampleEndpoint.endpoint(1).maxInFlight(3).build();
        Endpoint many = SampleEndpoint.endpoint(1).maxInFlight(500).build();

        assertThat(book(few).rules(few).maxInFlight()).isEqualTo(3);
        assertThat(book(many).rules(many).maxInFlight()).isEqualTo(16);
    }

    @Test
    void there_are_no_rules_for_an_endpoint_nobody_knows() {
        Endpoint endpoint = SampleEndpoint.endpoint(1).build();

        assertThat(book(endpoint).rules(new EndpointId(2))).isEmpty();
        assertThat(book(endpoint).rules(new EndpointId(1)))
                .map(LaneRules::endpoint)
                .contains(endpoint);
    }

    @Test
    void nothing_leaves_while_its_organisation_sends_nothing() {
        Endpoint endpoint = SampleEndpoint.endpoint(1).of(7).build();
        RuleBook book =
                new RuleBook(
                        _ -> Optional.of(endpoint),
                        organisation -> organisation.seq() != 7,
                        _ -> new EchoProfile(),
                        EchoProfile.IDENTITY,
                        LIMITS);

        assertThat(book.rules(endpoint).sends()).isFalse();
        assertThat(book.rules(SampleEndpoint.endpoint(2).of(8).build()).sends()).isTrue();
    }

    private static RuleBook book(Endpoint endpoint) {
        Map<EndpointId, Endpoint> known = Map.of(endpoint.id(), endpoint);
        return new RuleBook(
                id -> Optional.ofNullable(known.get(id)),
                _ -> new EchoProfile(),
                EchoProfile.IDENTITY,
                LIMITS);
    }
}
