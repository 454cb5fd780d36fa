/** The protected channel: opened and closed, and the chain of signed lists of those who may read. */
@NullMarked
package id.kulkul.command.channel;

import org.jspecify.annotations.NullMarked;
