/**
 * Staff at work on one case. Reports are opened and answers sealed in the browser alone; the server hands out
 * ciphertext, and every such delivery is an event before the first byte leaves. Photos are drawn there, PDFs are only
 * saved: their renderer would be a large parser of a stranger's bytes beside the keys. Not protected: what a reader
 * copies, a browser that was served a bad script, and one whose own decoder of images has a fault.
 */
@NullMarked
package id.kulkul.web.staff;

import org.jspecify.annotations.NullMarked;
