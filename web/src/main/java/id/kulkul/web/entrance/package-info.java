/**
 * The entrance: what this government takes in here, and what is not open yet. It promises nothing that does not work.
 */
@NullMarked
package id.kulkul.web.entrance;

import org.jspecify.annotations.NullMarked;
