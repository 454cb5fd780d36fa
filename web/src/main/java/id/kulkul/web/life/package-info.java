/**
 * What runs by itself goes on by itself, or the process ends: a dead process is seen and started again, a half-dead one
 * gives receipts and delivers nothing. Nothing here protects against a machine that does not start it again: use the
 * shipped unit or {@code restart:} of docker.
 */
@NullMarked
package id.kulkul.web.life;

import org.jspecify.annotations.NullMarked;
