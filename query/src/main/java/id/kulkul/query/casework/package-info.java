/**
 * Cases of every kind on one shelf of cards: who has them on the desk, what is due, what was known at a position. The
 * feature of a kind puts its cards and says what it keeps off the desks; nothing here knows a kind. Whoever may not
 * read a case today neither finds nor counts it, and pages over nothing of it.
 */
@NullMarked
package id.kulkul.query.casework;

import org.jspecify.annotations.NullMarked;
