/** A Posthorn inside a test, for people who test their own publishing or receiving code. */
@NullMarked
package dev.posthorn.junit;

import org.jspecify.annotations.NullMarked;
