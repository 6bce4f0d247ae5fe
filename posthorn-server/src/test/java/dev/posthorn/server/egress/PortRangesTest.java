package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangesTest {
    @ParameterizedTest
    @ValueSource(ints = {80, 443, 1024, 3000, 8000, 8080, 8443, 9443, 40000, 65535})
    void lets_through_what_web_servers_use(int port) {
        assertThat(PortRanges.DEFAULT.contains(port)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 22, 25, 53, 81, 465, 587, 993, 1023, 2375, 3306, 5432, 6379, 9200, 11211,
                27017, 65536
            })
    void keeps_away_from_mail_databases_and_admin_services(int port) {
        assertThat(PortRanges.DEFAULT.contains(port)).isFalse();
    }

    @Test
    void never_takes_a_port_out_of_the_range_systems_pick_from() {
        assertThat(List.of(32768, 40000, 50000, 60999)).allMatch(PortRanges.DEFAULT::contains);
    }

    @Test
    void an_exclusion_wins_wherever_it_stands() {
        PortRanges ports = PortRanges.parse("!6379, 1024-65535 ,443");

        assertThat(List.of(443, 1024, 6378, 6380)).allMatch(ports::contains);
        assertThat(List.of(80, 6379)).noneMatch(ports::contains);
        assertThat(ports).hasToString("!6379, 1024-65535 ,443");
    }

    @Test
    void a_star_is_every_port() {
        assertThat(PortRanges.parse("*").contains(1)).isTrue();
        assertThat(PortRanges.parse("*,!25").contains(25)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ",", "http", "0", "65536", "80-", "-80", "90-80", "80;443", "+80", "!80",
                "1-2-3"
            })
    void says_what_it_cannot_read(String text) {
        assertThatThrownBy(() -> PortRanges.parse(text))
                .isInstanceOf(InvalidEgressText.class)
                .hasMessageContaining("\"");
    }
}
