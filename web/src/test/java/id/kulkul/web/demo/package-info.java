/** Checks who is let to the demonstration's story. The story itself is walked by the tests of the whole program. */
@NullMarked
package id.kulkul.web.demo;

import org.jspecify.annotations.NullMarked;
