/**
 * What every page shares: its language, its protective headers and its answer to a mistake.
 * Nothing here knows a feature; the language travels in the address, never in a cookie, so that a reader leaves no trace by choosing it.
 */
@NullMarked
package id.kulkul.web.page;

import org.jspecify.annotations.NullMarked;
