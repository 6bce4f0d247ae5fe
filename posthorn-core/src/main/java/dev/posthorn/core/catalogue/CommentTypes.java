package dev.posthorn.core.catalogue;

import java.util.List;

/** Comments, with every field FastComments documents for its WebhookComment. */
final class CommentTypes {
    private static final String SCHEMA =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"WebhookComment",\
            "type":"object","required":["id"],"properties":{\
            "id":{"type":"string"},\
            "urlId":{"type":"string","description":"Identifies the page it was written on."},\
            "url":{"type":["string","null"]},\
            "userId":{"type":["string","null"]},\
            "commenterEmail":{"type":["string","null"]},\
            "commenterName":{"type":"string"},\
            "comment":{"type":"string","description":"As it was written."},\
            "commentHTML":{"type":"string","description":"As it is shown."},\
            "parentId":{"type":["string","null"]},\
            "date":{"type":"string","format":"date-time"},\
            "votes":{"type":"number"},\
            "verified":{"type":"boolean"},\
            "verifiedDate":{"type":["number","string","null"]},\
            "reviewed":{"type":"boolean"},\
            "avatarSrc":{"type":["string","null"]},\
            "isSpam":{"type":"boolean"},\
            "aiDeterminedSpam":{"type":"boolean"},\
            "hasImages":{"type":"boolean"},\
            "pageNumber":{"type":["number","null"]},\
            "approved":{"type":"boolean"},\
            "locale":{"type":["string","null"]}}}\
            """;

    private static final String EXAMPLE =
            """
            {"id":"cmt-2Yb1x0pLq7","urlId":"hello-world","url":"https://blog.example.com/hello-world",\
            "userId":"usr-81","commenterEmail":"ada@example.com","commenterName":"Ada Example",\
            "comment":"A **test** comment, nobody wrote it.",\
            "commentHTML":"A <b>test</b> comment, nobody wrote it.",\
            "parentId":"cmt-1Xa0w9oKp6","date":"2026-01-15T09:30:00.000Z","votes":3,"verified":true,\
            "verifiedDate":1768469400000,"reviewed":true,\
            "avatarSrc":"https://blog.example.com/avatars/81.png","isSpam":false,\
            "aiDeterminedSpam":false,"hasImages":false,"pageNumber":0,"approved":true,\
            "locale":"en_us"}\
            """;

    private static final String DELETED_EXAMPLE =
            """
            {"id":"cmt-2Yb1x0pLq7"}\
            """;

    private CommentTypes() {}

    static List<CatalogueEntry> entries() {
        return List.of(
                CatalogueEntry.of("comment.created", "Somebody wrote a comment.", SCHEMA, EXAMPLE),
                CatalogueEntry.of(
                        "comment.updated",
                        "A comment was edited, voted on, approved or otherwise changed.",
                        SCHEMA,
                        EXAMPLE),
                CatalogueEntry.of(
                        "comment.deleted", "A comment was deleted.", SCHEMA, DELETED_EXAMPLE));
    }
}
