package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.server.MasterKeyRotation;
import dev.posthorn.server.secretbox.SealBrokenException;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyRotationTest {
    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    @TempDir Path folder;

    private Path key() {
        return folder.resolve("data/master-key");
    }

    private Settings settings() {
        return DevMode.of(Settings.standard().with(Known.DATA, folder.resolve("data").toString()));
    }

    /** Makes an endpoint, has it tested and changed; its id and secret. */
    private String[] endpoint(WholeServer server) {
        ApiCall patient = server.call().with("Ricloud-Await", "5");
        ApiCall.Answer made =
                patient.post(
                        "/configs/webhook",
                        "{'url':'http://127.0.0.1:9/','auth':{'bearer':{'token':'canary'}}}");
        patient.post("/configs/webhook/" + made.at("id"), "{'name':'second revision'}");
        return new String[] {made.at("id"), made.at("secret")};
    }

    private static String secret(WholeServer server, String id) {
        return server.call().get("/configs/webhook/" + id).at("secret");
    }

    @Test
    void a_new_key_opens_everything_and_ids_stay() throws IOException {
        String[] made;
        try (WholeServer server = WholeServer.start(folder)) {
            made = endpoint(server);
        }
        String old = Files.readString(key());

        MasterKeyRotation.Done done = MasterKeyRotation.run(settings(), _ -> {});

        assertThat(done.kept()).isTrue();
        assertThat(done.resealed()).isGreaterThanOrEqualTo(4);
        assertThat(Files.readString(key())).isNotEqualTo(old).hasSize(old.length());
        try (WholeServer server = WholeServer.start(folder)) {
            assertThat(secret(server, made[0])).isEqualTo(made[1]);
            assertThat(server.call().get("/tasks?type=webhook_config.test").text())
                    .contains("'results':[{");
        }
        Files.writeString(key(), old);
        assertThatThrownBy(() -> WholeServer.start(folder)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void what_was_cut_short_still_starts_and_is_finished_by_a_second_run() throws IOException {
        String[] made;
        try (WholeServer server = WholeServer.start(folder)) {
            made = endpoint(server);
        }
        assertThatThrownBy(() ->
                        MasterKeyRotation.run(
                                settings(),
                                _ -> {
                                    throw new IllegalStateException("cut short");
                                }))
                .hasMessage("cut short");
        try (WholeServer server = WholeServer.start(folder)) {
            assertThat(secret(server, made[0])).isEqualTo(made[1]);
            endpoint(server);
        }

        String both = Files.readString(key()).strip();
        MasterKeyRotation.run(settings(), _ -> {});

        assertThat(Files.readString(key()).strip()).isEqualTo(both.substring(0, both.indexOf(',')));
        try (WholeServer server = WholeServer.start(folder)) {
            assertThat(secret(server, made[0])).isEqualTo(made[1]);
        }
        assertThat(MasterKeyRotation.run(settings(), _ -> {}).resealed()).isPositive();
    }

    @Test
    void a_key_of_the_operators_own_is_named_before_the_old_one() {
        String[] made;
        try (WholeServer server = start(OLD)) {
            made = endpoint(server);
        }
        assertThatThrownBy(() ->
                        MasterKeyRotation.run(settings().with(Known.MASTER_KEY, OLD), _ -> {}))
                .hasMessageContaining("master-key names one key");
        try (WholeServer server = start(NEW + "," + OLD)) {
            assertThat(secret(server, made[0])).isEqualTo(made[1]);
        }

        MasterKeyRotation.Done done =
                MasterKeyRotation.run(settings().with(Known.MASTER_KEY, NEW + "," + OLD), _ -> {});

        assertThat(done.kept()).isFalse();
        try (WholeServer server = start(NEW)) {
            assertThat(secret(server, made[0])).isEqualTo(made[1]);
        }
    }

    private WholeServer start(String key) {
        return WholeServer.start(folder, settings -> settings.with(Known.MASTER_KEY, key));
    }

    @Test
    void a_folder_in_use_is_left_alone() {
        try (WholeServer server = WholeServer.start(folder)) {
            assertThat(server.posthorn().port()).isPositive();
            assertThatThrownBy(() -> MasterKeyRotation.run(settings(), _ -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
