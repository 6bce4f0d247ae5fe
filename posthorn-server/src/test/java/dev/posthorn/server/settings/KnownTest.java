package dev.posthorn.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownTest {

    /** The left column is read by operators: change the documentation together with this. */
    @Test
    void defaults_are_as_documented() {
        String table =
                Known.ALL.stream()
                        .map(setting -> setting.name() + " = " + setting.unset())
                        .collect(Collectors.joining("\n"));
        assertThat(table)
                .isEqualTo(
                        """
                        listen = 127.0.0.1:8080
                        data = ./posthorn-data
                        admin-token = generated in data
                        admin-token-file = none
                        master-key = generated in data
                        master-key-file = none
                        public-url = from listen
                        egress-allow = none
                        egress-ports = 80,443,1024-65535 less ports of databases, mail and administration
                        https-only = false
                        egress-proxy = none
                        delivery-timeout = 15s
                        max-in-flight = by heap (max heap / 128 KiB, at most 20,000)
                        max-in-flight-per-endpoint = 1024
                        default-profile = ricloud
                        require-organisation = false
                        idempotency-window = 7d
                        retention = 30d
                        attempt-retention = 30d
                        retention-size = no limit
                        attempt-bodies = all
                        min-free-disk = 1GiB,5%
                        max-pending-per-endpoint = 2000000
                        max-event-size = 1MiB
                        max-batch = 1000
                        disable-after = 5d
                        rate-limit-api = off
                        user-agent = Posthorn/<version>
                        portal-origins = none
                        log-format = text\
                        """);
    }

    @Test
    void every_default_is_a_value_of_its_setting() {
        for (Setting<?> setting : Known.ALL) {
            String standard = setting.standard();
            if (standard != null) {
                assertThat(Kinds.known(setting.kind(), standard)).isNotNull();
            }
        }
    }

    @Test
    void a_setting_has_one_name_spelled_for_flag_and_environment() {
        assertThat(Known.MAX_IN_FLIGHT_PER_ENDPOINT.flag())
                .isEqualTo("--max-in-flight-per-endpoint");
        assertThat(Known.MAX_IN_FLIGHT_PER_ENDPOINT.variable())
                .isEqualTo("POSTHORN_MAX_IN_FLIGHT_PER_ENDPOINT");
        assertThat(Known.ALL).doesNotHaveDuplicates();
    }
}
