package dev.posthorn.server.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    @Test
    void takes_a_url_as_other_programs_have_it() {
        assertThat(
                        DatabaseAddress.parse(
                                "postgresql://horn:p%40ss+w%3Ard@db.example:5433/post?sslmode=verify-full",
                                "mail"))
                .isEqualTo(
                        new DatabaseAddress(
                                "jdbc:postgresql://db.example:5433/post?sslmode=verify-full",
                                "horn",
                                "p@ss+w:rd",
                                "mail"));
        assertThat(DatabaseAddress.parse("postgres://db/post", null))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/post", null, null, null));
        assertThat(DatabaseAddress.parse("postgresql://horn@a:1,b:2/post", null))
                .isEqualTo(
                        new DatabaseAddress("jdbc:postgresql://a:1,b:2/post", "horn", null, null));
    }

    @Test
    void says_what_is_wrong_without_the_password() {
        for (String url :
                new String[] {
                    "mysql://u:secret@db/post",
                    "postgresql://u:secret@db",
                    "postgresql://u:secret@db/",
                    "postgresql://u:sec ret@db/post",
                    "db.example"
                }) {
            assertThatThrownBy(() -> DatabaseAddress.parse(url, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://db/post", "a;drop"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_written_to_logs_without_credentials() {
        assertThat(
                        DatabaseAddress.parse(
                                "postgresql://horn:secret@db/post?password=secret", "mail"))
                .hasToString("jdbc:postgresql://db/post schema mail");
    }
}
