/** The audit trail: who changed what, when and from where. */
@NullMarked
package dev.posthorn.core.audit;

import org.jspecify.annotations.NullMarked;
