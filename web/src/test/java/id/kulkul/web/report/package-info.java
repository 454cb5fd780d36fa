/**
 * Checks what the form takes and what it refuses, without an application.
 * The form over HTTP is tested where a real server answers.
 */
@NullMarked
package id.kulkul.web.report;

import org.jspecify.annotations.NullMarked;
