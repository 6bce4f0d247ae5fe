package dev.posthorn.core.profile.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.profile.own.OwnProfile.Body;
import dev.posthorn.core.profile.own.OwnProfile.Method;
import dev.posthorn.core.signature.SignatureForm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnProfileRulesTest {
    private static final SignatureForm FORM =
            new SignatureForm(
                    SignatureForm.Algorithm.HMAC_SHA256,
                    SignatureForm.Encoding.HEX,
                    SignatureForm.Key.TEXT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{signature}         | {body}     | ",
                "v={signature},{id}  | {type}.{timestamp}.{body} | ",
                "none                | {body}     | signature.value: must have {signature}",
                "{signature}         | {id}       | signature.content: must have {body}",
                "{signature}{body}   | {body}     | signature.value: may have {id}, {timestamp},"
                        + " {type}, {signature} in braces and nothing else",
                "{signature}         | {body}{signature} | signature.content: may have {id},"
                        + " {timestamp}, {type}, {body} in braces and nothing else",
                "{signature}}        | {body}     | signature.value: has a } without its {",
                "{Signature}         | {body}     | signature.value: may have {id}, {timestamp},"
                        + " {type}, {signature} in braces and nothing else",
            })
    void takes_the_places_that_have_a_value_there(String value, String content, String problem) {
        var signature = new OwnSignature("X-Signature", value, content, FORM);
        Map<String, String> problems =
                OwnProfileRules.problems(
                        new OwnProfile(Method.POST, Body.DATA, Map.of(), signature));
        assertThat(problems.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()))
                .isEqualTo(problem == null ? java.util.List.of() : java.util.List.of(problem));
    }

    @Test
    void refuses_headers_that_cannot_be_filled_or_come_twice() {
        var signature = new OwnSignature("X-Event", "{signature}", "{body}", FORM);
        OwnProfile profile =
                new OwnProfile(
                        Method.POST,
                        Body.DATA,
                        Map.of("x-event", "a", "X-Body", "{body}"),
                        signature);
        assertThat(OwnProfileRules.problems(profile))
                .containsOnlyKeys("headers.x-event", "headers.X-Body");
    }

    @ParameterizedTest
    @CsvSource({
        "github,true",
        "acme-2,true",
        "x,true",
        "GitHub,false",
        "-a,false",
        "a-,false",
        "2a,false",
        "a.b,false",
        "'',false"
    })
    void knows_what_can_be_a_name(String name, boolean valid) {
        assertThat(OwnProfileRules.isName(name)).isEqualTo(valid);
        assertThat(OwnProfileRules.isName("a".repeat(65))).isFalse();
    }
}
