package dev.posthorn.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.server.egress.Cidr;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Settings STANDARD = Settings.standard();

    @Test
    void requests_in_flight_follow_the_heap_up_to_a_limit() {
        assertThat(Settings.inFlightFor(512L << 20, 1 << 20)).isEqualTo(4096);
        assertThat(Settings.inFlightFor(64L << 30, 1 << 20)).isEqualTo(20_000);
        assertThat(Settings.inFlightFor(64L << 30, 1024)).isEqualTo(614);
        assertThat(STANDARD.with(Known.MAX_IN_FLIGHT, "7").maxInFlight()).isEqualTo(7);
    }

    @Test
    void the_public_url_is_where_it_listens_unless_set() {
        assertThat(STANDARD.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(STANDARD.with(Known.LISTEN, "[::1]:90").publicUrl())
                .isEqualTo(URI.create("http://[::1]:90"));
        assertThat(STANDARD.with(Known.PUBLIC_URL, "https://w.example.com").publicUrl())
                .isEqualTo(URI.create("https://w.example.com"));
    }

    @Test
    void changing_a_setting_leaves_the_original_alone() {
        Settings changed = STANDARD.with(Known.MAX_BATCH, "5");
        assertThat(changed.get(Known.MAX_BATCH)).isEqualTo(5);
        assertThat(STANDARD.get(Known.MAX_BATCH)).isEqualTo(1000);
    }

    @Test
    void a_change_that_is_no_value_is_refused() {
        assertThatThrownBy(() -> STANDARD.with(Known.MAX_BATCH, "many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max-batch must be a number");
    }

    @Test
    void dev_mode_opens_loopback_and_every_port() throws Exception {
        Settings dev = DevMode.of(STANDARD.with(Known.EGRESS_ALLOW, "10.0.0.0/8"));
        assertThat(dev.get(Known.EGRESS_ALLOW))
                .hasToString("[10.0.0.0/8, 127.0.0.0/8, 0:0:0:0:0:0:0:1/128]");
        assertThat(dev.get(Known.EGRESS_PORTS).contains(6379)).isTrue();
        assertThat(DevMode.of(STANDARD).get(Known.EGRESS_ALLOW).get(0))
                .isEqualTo(Cidr.parse("127.0.0.0/8"));
    }

    @Test
    void dev_mode_refuses_to_listen_where_others_can_connect() {
        assertThatThrownBy(() -> DevMode.of(STANDARD.with(Known.LISTEN, "0.0.0.0:8080")))
                .hasMessage(
                        "--dev listens on loopback only, not on 0.0.0.0:8080: leave out --dev, or"
                                + " listen on 127.0.0.1:8080");
    }

    @Test
    void loopback_is_recognised_by_address() {
        assertThat(new ListenAddress("127.0.0.2", 1).isLoopback()).isTrue();
        assertThat(new ListenAddress("::1", 1).isLoopback()).isTrue();
        assertThat(new ListenAddress("localhost", 1).isLoopback()).isTrue();
        assertThat(new ListenAddress("::", 1).isLoopback()).isFalse();
        assertThat(new ListenAddress("127.example.com", 1).isLoopback()).isFalse();
    }
}
