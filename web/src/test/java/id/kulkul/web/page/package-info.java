/**
 * Checks that whatever is refused has a status, a code and words in both languages. The words themselves live in the
 * resources that the program uses.
 */
@NullMarked
package id.kulkul.web.page;

import org.jspecify.annotations.NullMarked;
