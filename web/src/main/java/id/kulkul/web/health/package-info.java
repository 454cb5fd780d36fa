/**
 * Whether the office does what it promises: the read side follows the history, every log gets its checkpoints, what was
 * stored is there, and the disk has room. Where it does not, the operator finds it in the log, in a state file and on a
 * loopback port; staff find it on their pages. The form takes nothing that it could not deliver. It is no defence
 * against an operator: who runs the program can switch it off, and outsiders see only the age of checkpoints.
 */
@NullMarked
package id.kulkul.web.health;

import org.jspecify.annotations.NullMarked;
