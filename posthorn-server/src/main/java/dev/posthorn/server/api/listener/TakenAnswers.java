package dev.posthorn.server.api.listener;

import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.List;

/** What became of answers. {@code late}: to requests nobody waits for any more. */
record TakenAnswers(int all, List<Long> late) {
    static final Fields<TakenAnswers> FIELDS = TakenAnswers::write;

    private static void write(TakenAnswers answers, JsonWriter json) {
        json.text("resource", "listener_answers")
                .number("taken", answers.all - answers.late.size())
                .name("late")
                .beginArray();
        answers.late.forEach(number -> json.number(number));
        json.endArray();
    }
}
