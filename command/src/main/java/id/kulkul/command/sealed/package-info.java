/**
 * For whom items are sealed, which items one act may bring, and who may read a case, which every kind of case says in the same way. What is
 * sealed, no class here can read.
 */
@NullMarked
package id.kulkul.command.sealed;

import org.jspecify.annotations.NullMarked;
