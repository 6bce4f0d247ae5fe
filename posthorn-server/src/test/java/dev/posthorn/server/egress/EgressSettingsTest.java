package dev.posthorn.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EgressSettingsTest {
    @Test
    void nothing_set_is_the_default() {
        assertThat(EgressSettings.parse("", "", false)).isEqualTo(EgressSettings.DEFAULTS);
    }

    @Test
    void reads_both_settings() {
        assertThat(EgressSettings.parse("10.0.0.0/8, fd00::/8", "443,8000-9000", true))
                .isEqualTo(
                        new EgressSettings(
                                List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fd00::/8")),
                                PortRanges.parse("443,8000-9000"),
                                true));
    }

    @Test
    void names_the_setting_that_cannot_be_read() {
        assertThatThrownBy(() -> EgressSettings.parse("10.0.0.0/8,loopback", "", false))
                .isInstanceOf(InvalidEgressText.class)
                .hasMessage(
                        "egress-allow: \"loopback\" is no network: \"loopback\" is no IP address");
        assertThatThrownBy(() -> EgressSettings.parse("", "https", false))
                .isInstanceOf(InvalidEgressText.class)
                .hasMessage(
                        "egress-ports: \"https\" is no port: write 443, 1024-65535, !6379 or *");
    }

    @Test
    void development_adds_loopback_and_every_port() {
        EgressSettings dev = EgressSettings.parse("10.0.0.0/8", "443", true).forDevelopment();

        assertThat(dev)
                .isEqualTo(EgressSettings.parse("10.0.0.0/8,127.0.0.0/8,::1/128", "*", true));
    }
}
