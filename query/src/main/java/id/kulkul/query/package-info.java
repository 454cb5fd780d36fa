/**
 * The read side: what people see, rebuilt from the events whenever that is asked for. {@link id.kulkul.query.QuerySide}
 * is the one door through which an application opens it.
 */
@NullMarked
package id.kulkul.query;

import org.jspecify.annotations.NullMarked;
