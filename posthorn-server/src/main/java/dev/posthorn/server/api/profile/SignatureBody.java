package dev.posthorn.server.api.profile;

import dev.posthorn.core.profile.own.OwnSignature;
import dev.posthorn.core.signature.SignatureForm;
import dev.posthorn.core.signature.SignatureForm.Algorithm;
import dev.posthorn.core.signature.SignatureForm.Encoding;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.egress.HeaderPolicy;
import java.util.Map;

/** The signature of a profile as the operator describes it. One read. */
final class SignatureBody {
    private static final Map<String, Algorithm> ALGORITHMS =
            Map.of("hmac-sha256", Algorithm.HMAC_SHA256, "hmac-sha512", Algorithm.HMAC_SHA512);
    private static final Map<String, Encoding> ENCODINGS =
            Map.of("hex", Encoding.HEX, "base64", Encoding.BASE64);
    private static final Map<String, SignatureForm.Key> KEYS =
            Map.of("text", SignatureForm.Key.TEXT, "decoded", SignatureForm.Key.DECODED);
    private static final int MAX_NAME = 256;

    private String header = "";
    private String value = "{signature}";
    private String content = "{body}";
    private Algorithm algorithm = Algorithm.HMAC_SHA256;
    private Encoding encoding = Encoding.HEX;
    private SignatureForm.Key key = SignatureForm.Key.TEXT;

    private SignatureBody() {}

    /** Only {@code header} must be there. */
    static OwnSignature read(BodyFields fields) {
        SignatureBody wanted = new SignatureBody();
        if (!fields.has("header")) {
            fields.problem("header", "is missing");
        }
        fields.text("header", MAX_NAME, name -> wanted.header = name);
        fields.text("value", OwnProfileBody.MAX_TEMPLATE, text -> wanted.value = text);
        fields.text("content", OwnProfileBody.MAX_TEMPLATE, text -> wanted.content = text);
        fields.word("algorithm", ALGORITHMS, word -> wanted.algorithm = word);
        fields.word("encoding", ENCODINGS, word -> wanted.encoding = word);
        fields.word("key", KEYS, word -> wanted.key = word);
        if (!wanted.header.isEmpty()) {
            HeaderPolicy.check(wanted.header, wanted.value)
                    .ifPresent(refusal -> fields.problem("header", refusal.message()));
        }
        return new OwnSignature(
                wanted.header,
                wanted.value,
                wanted.content,
                new SignatureForm(wanted.algorithm, wanted.encoding, wanted.key));
    }
}
