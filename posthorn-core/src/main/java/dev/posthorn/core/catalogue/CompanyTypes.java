package dev.posthorn.core.catalogue;

import java.util.List;

/** Companies; EventInsight documents that they exist but not their fields, so these are ours. */
final class CompanyTypes {
    private static final String SCHEMA =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Company",\
            "type":"object","required":["id"],"properties":{\
            "id":{"type":["integer","string"]},\
            "external_id":{"type":["string","null"]},\
            "name":{"type":"string"},\
            "description":{"type":["string","null"]},\
            "website":{"type":["string","null"]},\
            "email":{"type":["string","null"]},\
            "phone":{"type":["string","null"]},\
            "country":{"type":["string","null"],"description":"ISO 3166-1, two letters."},\
            "custom_fields":{"type":["array","object"]},\
            "users":{"type":"array","items":{"type":["integer","string"]}}}}\
            """;

    private static final String EXAMPLE =
            """
            {"id":5,"external_id":"C-5","name":"Example Ltd","description":"Makes examples.",\
            "website":"https://www.example.com","email":"office@example.com",\
            "phone":"+44 20 7946 0000","country":"GB","custom_fields":[],"users":[81]}\
            """;

    private static final String DELETED_EXAMPLE =
            """
            {"id":5}\
            """;

    private CompanyTypes() {}

    static List<CatalogueEntry> entries() {
        return List.of(
                CatalogueEntry.of("company.created", "A company is new.", SCHEMA, EXAMPLE),
                CatalogueEntry.of("company.updated", "A company's data changed.", SCHEMA, EXAMPLE),
                CatalogueEntry.of(
                        "company.deleted", "A company was deleted.", SCHEMA, DELETED_EXAMPLE));
    }
}
