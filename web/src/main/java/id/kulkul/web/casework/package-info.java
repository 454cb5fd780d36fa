/** The desk of a person: what is late, due, new, and the case of a number, of every kind. Nothing here knows what a case is about. */
@NullMarked
package id.kulkul.web.casework;

import org.jspecify.annotations.NullMarked;
