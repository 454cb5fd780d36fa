/**
 * The door of the protected channel for a reporter without JavaScript: what is typed is sealed while it streams in and exists in the clear
 * only in one request's memory. Nothing typed is logged, stored or sent anywhere but back to its writer when the form fails.
 * A form carries a secret of its own, from which with everything typed the receipt follows: the same form sent again shows the same receipt, and nothing
 * that is stored leads to it. Not protected: who has the page as it was sent has the receipt too.
 * Not protected: the server's memory sees the text until the garbage collector reuses it, and field texts arrive as Java strings, which cannot be wiped.
 */
@NullMarked
package id.kulkul.web.report;

import org.jspecify.annotations.NullMarked;
