/**
 * The protected report: sealed by its sender, read by few, decided in stages that the law gives days for. The server
 * never sees what it says; an event holds ids, digests and codes only. A report's id follows from its reporter's keys.
 * Whom the reporter left out no event names; the group that it names tells them to whoever also has the published list.
 */
@NullMarked
package id.kulkul.command.report;

import org.jspecify.annotations.NullMarked;
