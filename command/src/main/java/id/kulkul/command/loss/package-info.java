/**
 * What an operator declared lost after an older store was put back: once, in the history itself, where nobody can take
 * it out again. The declaration says what is missing and in which origin the log goes on; it does not bring anything
 * back, and whoever kept a checkpoint of the lost part still sees that the log no longer continues it.
 */
@NullMarked
package id.kulkul.command.loss;

import org.jspecify.annotations.NullMarked;
