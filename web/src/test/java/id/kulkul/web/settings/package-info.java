/** What an operator sets is described, checked and refused in words. */
@NullMarked
package id.kulkul.web.settings;

import org.jspecify.annotations.NullMarked;
