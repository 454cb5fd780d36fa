/** What a form may bring along, rule by rule and without an application. */
@NullMarked
package id.kulkul.web.report;

import org.jspecify.annotations.NullMarked;
