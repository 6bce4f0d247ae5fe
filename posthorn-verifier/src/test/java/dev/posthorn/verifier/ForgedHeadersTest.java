package dev.posthorn.verifier;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in the headers, it is refused in one way only. */
class ForgedHeadersTest {
    private static final String PIECES = "v1a,=t:s 0123456789ABCabc/+é\u0000\"";

    @ParameterizedTest
    @EnumSource(WebhookProfile.class)
    void refuses_any_text_without_falling_over(WebhookProfile profile) {
        RandomGenerator random = new Random(29);
        WebhookVerifier verifier =
                WebhookVerifier.builder(profile)
                        .secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .publicKey("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=")
                        .build();
        for (int i = 0; i < 2_000; i++) {
            assertThatExceptionOfType(WebhookVerificationException.class)
                    .isThrownBy(() -> verifier.verify(name -> text(name, random), new byte[3]));
        }
    }

    /** Mostly of the right form, so that what lies behind the first check is reached too. */
    private static String text(String name, RandomGenerator random) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (random.nextInt(4) > 0 && lower.endsWith("timestamp")) {
            return Integer.toString(random.nextInt(2_000_000_000));
        }
        if (random.nextInt(4) > 0 && lower.equals("token")) {
            return "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        }
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : prefix(random));
        int length = random.nextInt(50);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return text.toString();
    }

    private static String prefix(RandomGenerator random) {
        String[] prefixes = {"v1,", "v1a,AAAA v1,", "t=1700000000,s=", "sha256=", "v1a,"};
        return prefixes[random.nextInt(prefixes.length)];
    }
}
