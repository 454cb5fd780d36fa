/**
 * Protected reports as the people see them who may: one case, the reporter's mailbox, what was set aside; their cards
 * lie with casework. Every question names the person or the moment; a person who may not read gets the answer of a case
 * that does not exist.
 */
@NullMarked
package id.kulkul.query.report;

import org.jspecify.annotations.NullMarked;
