/**
 * Lets a test be somebody of the staff without a browser. That a passphrase is needed for it is tested where browsers
 * are.
 */
@NullMarked
package id.kulkul.web.signin;

import org.jspecify.annotations.NullMarked;
