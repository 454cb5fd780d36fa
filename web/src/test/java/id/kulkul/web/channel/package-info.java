/**
 * What the protected channel tells the reporter and the office alike. Both see the same list, so it is tested once for
 * both.
 */
@NullMarked
package id.kulkul.web.channel;

import org.jspecify.annotations.NullMarked;
