/** The staff directory and the signed lists of recipients of the channels. Posts are public; names are held nowhere. */
@NullMarked
package id.kulkul.query.staff;

import org.jspecify.annotations.NullMarked;
