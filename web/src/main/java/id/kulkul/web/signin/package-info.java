/**
 * Staff come in: a name, and a proof that the passphrase is known, which never reaches the server. The session lives in
 * this process and ends with it. Not protected: a device on which somebody else is still signed in.
 */
@NullMarked
package id.kulkul.web.signin;

import org.jspecify.annotations.NullMarked;
