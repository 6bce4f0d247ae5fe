package dev.posthorn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationalTypeTest {
    @ParameterizedTest
    @EnumSource
    void keeps_its_own_types(OperationalType type) {
        assertThat(OperationalType.isReserved(type.type())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook_config", "webhook_config.test", "webhook_config.a.b"})
    void keeps_everything_about_endpoints(String slug) {
        assertThat(OperationalType.isReserved(new EventType(slug))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"delivery", "delivery.created", "delivery.failed.x", "webhook_configs.new"})
    void leaves_the_rest_to_publishers(String slug) {
        assertThat(OperationalType.isReserved(new EventType(slug))).isFalse();
    }
}
