/**
 * Staff at work on one case. Reports are opened and answers sealed in the browser alone; the server hands out
 * ciphertext, and every such delivery is an event before the first byte leaves. Not protected: what a reader copies,
 * and a browser that was served a bad script.
 */
@NullMarked
package id.kulkul.web.staff;

import org.jspecify.annotations.NullMarked;
