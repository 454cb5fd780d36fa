/**
 * The door of the protected channel for a reporter without JavaScript: what is typed is sealed while it streams in and exists in the clear
 * only in one request's memory. Nothing typed is logged, stored or sent anywhere but back to its writer when the form fails.
 * Not protected: the server's memory sees the text until the garbage collector reuses it, and field texts arrive as Java strings, which cannot be wiped.
 */
@NullMarked
package id.kulkul.web.report;

import org.jspecify.annotations.NullMarked;
