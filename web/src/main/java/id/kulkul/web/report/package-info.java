/**
 * The doors of the protected channel: one takes what a reporter's own browser sealed, as ciphertext only; the other is
 * for a reporter without JavaScript, where what is typed is sealed while it streams in and exists in the clear only in
 * one request's memory. Nothing typed is logged, stored or sent anywhere but back to its writer when the form fails. A
 * form carries a secret of its own, from which with everything typed the receipt follows: the same form sent again
 * shows the same receipt, and nothing that is stored leads to it. Not protected: who has the page as it was sent has
 * the receipt too. A form has the fields of its page and as many parts as it can have; everything else is
 * {@link id.kulkul.web.upload.UnreadableForm}. A sealed report is one JSON object of at most 1 MiB. Not protected: the
 * server's memory sees the text until the garbage collector reuses it, and field texts arrive as Java strings, which
 * cannot be wiped.
 */
@NullMarked
package id.kulkul.web.report;

import org.jspecify.annotations.NullMarked;
