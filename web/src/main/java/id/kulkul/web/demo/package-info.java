/**
 * The demonstration: fictional people and a few months of fictional cases, made by the same commands as real ones under
 * a clock that is set back. It lives in a home of its own, prints its passphrases, and keeps them in a file; nothing of
 * that happens anywhere else.
 */
@NullMarked
package id.kulkul.web.demo;

import org.jspecify.annotations.NullMarked;
