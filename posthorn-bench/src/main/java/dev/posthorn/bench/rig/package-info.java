/** Programs under test with their load, receivers and ledgers, measured in turns. */
@NullMarked
package dev.posthorn.bench.rig;

import org.jspecify.annotations.NullMarked;
