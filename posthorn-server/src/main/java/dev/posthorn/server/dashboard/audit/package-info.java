/** The audit trail: who changed what, when and from where. */
@NullMarked
package dev.posthorn.server.dashboard.audit;

import org.jspecify.annotations.NullMarked;
