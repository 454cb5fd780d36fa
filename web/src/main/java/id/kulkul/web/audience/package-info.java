/**
 * Who may go where, and what a browser may do there: {@link id.kulkul.web.audience.Audience} is the one table of both.
 * Not protected: who may read a case is decided by the case.
 */
@NullMarked
package id.kulkul.web.audience;

import org.jspecify.annotations.NullMarked;
