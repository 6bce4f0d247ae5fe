package dev.posthorn.bench.scenario;

import java.util.List;

/** One row of the table of goals: measures what it needs and judges what came out. */
interface Scenario {
    /** As in {@code --scenario fan-out}. */
    String name();

    /** One line for {@code --list}. */
    String about();

    List<Finding> measure(Stage stage);
}
