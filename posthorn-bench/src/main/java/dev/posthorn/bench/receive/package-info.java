/** Takes deliveries, writes them into the ledger and checks a sample of the signatures. */
@NullMarked
package dev.posthorn.bench.receive;

import org.jspecify.annotations.NullMarked;
