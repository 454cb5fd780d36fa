/**
 * Where things are kept on one machine: events and vault in SQLite files written by one thread each, sealed blobs in plain files.
 * A stream never takes an event of another type than its first, whoever chose the id.
 * A write that was answered is on disk; a store that cannot promise that any more stops and says so.
 */
@NullMarked
package id.kulkul.web.store;

import org.jspecify.annotations.NullMarked;
