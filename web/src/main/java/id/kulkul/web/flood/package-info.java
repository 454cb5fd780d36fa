/**
 * Reports that nobody has looked through, by the marks at which they came, and setting them aside by two people.
 * Whoever may not read a report finds neither it nor its count on any of these pages; every report of one proposal has
 * the same readers, so that a confirmation says nothing about who is excluded.
 *
 * <p>A page of one mark tells staff what reloading the inbox at every mark tells: the mark, a quarter of an hour. The
 * events keep the hour.
 */
@NullMarked
package id.kulkul.web.flood;

import org.jspecify.annotations.NullMarked;
