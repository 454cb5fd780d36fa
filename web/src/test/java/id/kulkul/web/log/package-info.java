/** Tests of the evidence: at which mark a log is signed, into which stream, and what reads it again. */
@NullMarked
package id.kulkul.web.log;

import org.jspecify.annotations.NullMarked;
