/** Verifies, in the receiver's own program, that a webhook is genuine. */
package dev.posthorn.verifier;
