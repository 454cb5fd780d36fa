/** The whole story on the packaged program, in a real browser, as the people in it would live it. */
@NullMarked
package id.kulkul.web.story;

import org.jspecify.annotations.NullMarked;
