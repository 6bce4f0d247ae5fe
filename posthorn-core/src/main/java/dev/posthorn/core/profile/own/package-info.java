/** Profiles the operator defines: data, compiled once into a renderer. */
@NullMarked
package dev.posthorn.core.profile.own;

import org.jspecify.annotations.NullMarked;
