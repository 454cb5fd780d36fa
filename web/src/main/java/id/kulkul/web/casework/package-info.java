/**
 * The desk of a person: what is late, due, new, the case of a number, and the way to the page of a case, of every kind.
 * Nothing here knows what a case is about.
 */
@NullMarked
package id.kulkul.web.casework;

import org.jspecify.annotations.NullMarked;
