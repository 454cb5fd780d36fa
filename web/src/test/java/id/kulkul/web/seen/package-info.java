/** How a start compares the stores with what was signed. */
@NullMarked
package id.kulkul.web.seen;

import org.jspecify.annotations.NullMarked;
