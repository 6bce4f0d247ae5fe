package dev.posthorn.core.catalogue;

import java.util.List;

/** Users, with the fields EventInsight documents. */
final class UserTypes {
    private static final String SCHEMA =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"User",\
            "type":"object","required":["id"],"properties":{\
            "id":{"type":["integer","string"]},\
            "external_id":{"type":["string","null"]},\
            "code":{"type":["string","null"]},\
            "external_qr_identifier":{"type":["string","null"]},\
            "checkin":{"type":["string","null"],"description":"When they arrived, local time."},\
            "name_first":{"type":["string","null"]},\
            "name_infix":{"type":["string","null"]},\
            "name_last":{"type":["string","null"]},\
            "gender":{"type":["string","null"]},\
            "company_name":{"type":["string","null"]},\
            "company_role":{"type":["string","null"]},\
            "normal_qr_code":{"type":["string","null"]},\
            "secure_qr_code":{"type":["string","null"]},\
            "aanmelder_survey_id":{"type":["string","null"]},\
            "qr_link":{"type":["string","null"]},\
            "custom_fields":{"type":["array","object"]},\
            "companies":{"type":"array","items":{"type":["integer","string"]}}}}\
            """;

    private static final String EXAMPLE =
            """
            {"id":81,"external_id":"1815","code":"ADA81","external_qr_identifier":"ada-81",\
            "checkin":"2026-01-15 09:30:00","name_first":"Ada","name_infix":null,\
            "name_last":"Example","gender":"woman","company_name":"Example Ltd",\
            "company_role":"Engineer","normal_qr_code":"ada-81",\
            "secure_qr_code":"https://qr.example.com/1/ada-81","aanmelder_survey_id":"4711",\
            "qr_link":"q1w2e3r4","custom_fields":[],"companies":[5]}\
            """;

    private static final String DELETED_EXAMPLE =
            """
            {"id":81}\
            """;

    private UserTypes() {}

    static List<CatalogueEntry> entries() {
        return List.of(
                CatalogueEntry.of("user.created", "A user is new.", SCHEMA, EXAMPLE),
                CatalogueEntry.of("user.updated", "A user's data changed.", SCHEMA, EXAMPLE),
                CatalogueEntry.of("user.deleted", "A user was deleted.", SCHEMA, DELETED_EXAMPLE));
    }
}
