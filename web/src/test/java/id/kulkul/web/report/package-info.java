/** What a report costs its sender and the server, without an application. */
@NullMarked
package id.kulkul.web.report;

import org.jspecify.annotations.NullMarked;
