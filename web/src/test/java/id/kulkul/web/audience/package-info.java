/** Who may go where, and with which headers every page leaves. */
@NullMarked
package id.kulkul.web.audience;

import org.jspecify.annotations.NullMarked;
