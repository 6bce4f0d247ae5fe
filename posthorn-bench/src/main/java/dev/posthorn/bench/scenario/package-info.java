/** The rows of the table of goals, each as something to measure and to judge. */
@NullMarked
package dev.posthorn.bench.scenario;

import org.jspecify.annotations.NullMarked;
