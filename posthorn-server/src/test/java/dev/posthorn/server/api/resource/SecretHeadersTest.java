package dev.posthorn.server.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "proxy-authorization",
                "token",
                "X-Auth-TOKEN",
                "x-api-key",
                "X-Client-Secret",
                "Db-Password",
                "Cookie"
            })
    void masks_what_its_name_gives_away(String name) {
        assertThat(SecretHeaders.shown(name, "hunter2")).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook-id",
                "webhook-timestamp",
                "webhook-signature",
                "Ricloud-Signature",
                "X-FastComments-Signature",
                "X-FastComments-Timestamp",
                "Content-Type",
                "User-Agent"
            })
    void shows_the_rest(String name) {
        assertThat(SecretHeaders.shown(name, "v")).isEqualTo("v");
    }
}
