/** Lets a test send to a case without a browser. */
@NullMarked
package id.kulkul.web.staff;

import org.jspecify.annotations.NullMarked;
