/**
 * Where things are kept on one machine: events and vault in SQLite files written by one thread each, sealed blobs in
 * plain files. {@link id.kulkul.web.store.EmbeddedStores} is the only wiring there is; with the profile
 * {@code distributed} the start ends with a sentence. A stream never takes an event of another type than its first,
 * whoever chose the id. A write that was answered is on disk. A store whose disk is full or whose file is locked
 * refuses and goes on by itself once what it had acknowledged was found there; one that cannot know what is on the disk
 * (a failed fsync, damage) stops and says so. What the history names is looked for at the start and looked into again
 * and again while the program runs, from the event to vault and blob folder only: each is written before its event, so
 * nothing on its way is taken for lost. Nothing is repaired, and nothing seen before the round comes by. Ciphertexts
 * get the time of the log's mark, all that came since the last one together; before it, their files tell the second,
 * and the file system's journal, free blocks and access times are not ours to clean. This does not protect against a
 * disk that reports a success it did not have.
 */
@NullMarked
package id.kulkul.web.store;

import org.jspecify.annotations.NullMarked;
