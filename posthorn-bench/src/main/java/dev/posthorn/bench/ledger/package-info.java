/** What was accepted and what arrived, kept outside the process under test. */
@NullMarked
package dev.posthorn.bench.ledger;

import org.jspecify.annotations.NullMarked;
