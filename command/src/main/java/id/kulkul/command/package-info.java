/**
 * The write side's one door: which aggregates exist and under which lasting names their events are stored.
 * Each feature has a package of its own with its commands and events; the aggregates themselves are seen by nobody outside.
 */
@NullMarked
package id.kulkul.command;

import org.jspecify.annotations.NullMarked;
