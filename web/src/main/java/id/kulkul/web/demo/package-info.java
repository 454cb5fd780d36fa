/**
 * The demonstration: fictional people and a few months of fictional cases, made by the same commands as real ones under
 * a clock that is set back. It lives in a home of its own, prints its passphrases, and keeps them in a file; nothing of
 * that happens anywhere else.
 *
 * <p><b>The code of the story.</b> Where JavaScript runs, the report of the tour is sealed in the visitor's browser by
 * the form's own script, and neither its text nor its code reaches the server. Nobody writes forty digits down to see a
 * story to its end, so the tour's script keeps the code from the receipt to the mailbox: in {@code window.name}, which
 * one tab has for itself, which no server is sent, which ends with the tab, and which a sign-out on the way does not
 * clear as it does cookies and storage. What the server is told is the look-up key, as it is by the mailbox, and by it
 * which story to go on with; which one that is for a browser says a random token in a cookie for {@code /demo} alone.
 * It does not protect the code against whoever sits at the browser, against an extension, against any script of this
 * origin that runs later in that tab, or against a browser that writes its tabs down to open them again. That is no way
 * to keep a real receipt, so it is kept from real ones: in the tour's form nothing can be typed or chosen but the
 * story, only a receipt that this form brought is kept, and the script is no static file but one that
 * {@link TourController} serves, which a program that is no demonstration does not have, to visitors of the same
 * machine.
 *
 * <p><b>Many visitors.</b> Each browser has one story, the newest that it began. The newest eight are in memory; a
 * story that a browser sealed is found again in the history, one that the server sealed is begun anew. One step is
 * taken at a time, by whomever, so that no more than one copy of the log lies on the disk to be cheated with. How many
 * reports a visitor makes nobody counts, in the tour as in the form; where the form receives none, the tour begins
 * none.
 */
@NullMarked
package id.kulkul.web.demo;

import org.jspecify.annotations.NullMarked;
