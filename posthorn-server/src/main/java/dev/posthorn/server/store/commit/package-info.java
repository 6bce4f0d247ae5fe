/** What group commits have in common: limits, answers, pace. */
@NullMarked
package dev.posthorn.server.store.commit;

import org.jspecify.annotations.NullMarked;
