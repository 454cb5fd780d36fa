/** Signed checkpoints of the logs, kept as events so that the history carries its own evidence. */
@NullMarked
package id.kulkul.command.audit;

import org.jspecify.annotations.NullMarked;
