/**
 * What every kind of case says in the same way of sealed items: for whom they are sealed, which ones an act may bring,
 * and who may read the case. What is sealed, no class here can read.
 */
@NullMarked
package id.kulkul.command.sealed;

import org.jspecify.annotations.NullMarked;
